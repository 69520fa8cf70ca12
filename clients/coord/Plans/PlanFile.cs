using System.Text.Json.Nodes;
using Coordination.CommandLine.Yaml;
using YamlDotNet.RepresentationModel;

namespace Coordination.CommandLine.Plans;

/// <summary>
/// A plan as a file: what it says, and whom it asks for. <c>{{fire}}</c> in it stands for a code that is given when the plan is imported; <c>{{jurisdiction}}</c> is always
/// known. A plan that came out of a region asks for nobody.
/// </summary>
internal sealed class PlanFile
{
    internal const string Jurisdiction = "jurisdiction";
    private readonly YamlMappingNode source;
    private readonly JsonObject draft;

    internal PlanFile(YamlMappingNode source, JsonObject draft, IReadOnlyDictionary<string, string> asks) => (this.source, this.draft, Asks) = (source, draft, asks);

    internal string Name => draft["name"]!.GetValue<string>();

    /// <summary>What has to be given: a placeholder's name and what it stands for.</summary>
    internal IReadOnlyDictionary<string, string> Asks { get; }

    internal int Items => draft["content"]!["checklist"]!.AsArray().Count;

    /// <summary>The body of <c>POST /v1/plans</c>, with the code of each placeholder.</summary>
    internal JsonObject Draft(string jurisdiction, IReadOnlyDictionary<string, string> codes)
    {
        var body = (JsonObject)Placeholders.Fill(draft, new Dictionary<string, string>(codes, StringComparer.Ordinal) { [Jurisdiction] = jurisdiction })!;
        body["jurisdiction"] = jurisdiction;
        return body;
    }

    /// <summary>The line of what the region points at, such as <c>/content/checklist/3/addressee</c>; the line of what it stands in where it is not in the file.</summary>
    internal int LineOf(string pointer)
    {
        YamlNode at = source;
        foreach (var part in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries).SkipWhile(p => p == "content"))
        {
            var next = at switch
            {
                YamlMappingNode map => map.Children.FirstOrDefault(c => ((YamlScalarNode)c.Key).Value == (part == "name" ? "plan" : part)).Value,
                YamlSequenceNode list when int.TryParse(part, out var index) && index < list.Children.Count => list.Children[index],
                _ => null,
            };
            if (next is null) break;
            at = next;
        }
        return Fields.LineOf(at);
    }
}
