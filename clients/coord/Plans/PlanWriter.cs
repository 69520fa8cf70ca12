using System.Text.Json.Nodes;
using Coordination.CommandLine.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Coordination.CommandLine.Plans;

/// <summary>Writes a version of a plan as the file that gives it back, word for word.</summary>
internal static class PlanWriter
{
    /// <param name="plan">A view of the plan.</param>
    /// <param name="content">What one of its versions says.</param>
    internal static string Write(JsonNode plan, JsonNode content)
    {
        var map = new YamlMappingNode { { "plan", Node(plan["name"])! } };
        foreach (var member in (string[])["kind", "tier", "drillDuty"]) map.Add(member, Node(plan[member])!);
        foreach (var (member, value) in content.AsObject())
            if (Node(value) is { } node) map.Add(member, node);
        using var text = new StringWriter { NewLine = "\n" };
        new YamlStream(new YamlDocument(map)).Save(text, assignAnchors: false);
        // The writer ends a document with a mark of its own, which people need not read.
        return text.ToString().Replace("\n...\n", "\n", StringComparison.Ordinal);
    }

    private static YamlNode? Node(JsonNode? value) => value switch
    {
        null => null,
        JsonObject map => new YamlMappingNode(map.Where(m => m.Value is not null).Select(m => KeyValuePair.Create<YamlNode, YamlNode>(new YamlScalarNode(m.Key), Node(m.Value)!))),
        JsonArray list => new YamlSequenceNode(list.Select(Node).OfType<YamlNode>()),
        JsonValue scalar when scalar.TryGetValue<string>(out var text) => new YamlScalarNode(text) { Style = StyleOf(text) },
        _ => new YamlScalarNode(value.ToJsonString()),
    };

    /// <summary>Prose of several lines stands as it is; whatever else could be taken for something is quoted.</summary>
    private static ScalarStyle StyleOf(string text)
    {
        if (text.Any(c => char.IsControl(c) && c != '\n') || text.Length == 0 || char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])) return ScalarStyle.DoubleQuoted;
        if (text.Contains('\n', StringComparison.Ordinal)) return text.Contains(" \n", StringComparison.Ordinal) ? ScalarStyle.DoubleQuoted : ScalarStyle.Literal;
        return Fields.Json(new YamlScalarNode(text) { Style = ScalarStyle.Plain }) is JsonValue plain && plain.TryGetValue<string>(out _) ? ScalarStyle.Any : ScalarStyle.DoubleQuoted;
    }
}
