using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Coordination.Tests.Unit.CommandLine;

/// <summary>The values that a member of a view can have, as the region's contracts list them.</summary>
internal static class Vocabulary
{
    private static readonly Dictionary<string, JsonObject> Schemas = Read();

    /// <param name="shown">The name of a list of members: <c>IncidentRow</c> is of IncidentView, <c>TimelineCheckCard</c> of TimelineCheck.</param>
    /// <param name="path">A member, or a member of a member.</param>
    internal static IEnumerable<string> Of(string shown, string path)
    {
        var view = Regex.Replace(shown, "(Row|Card)$", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        var schema = Schemas.GetValueOrDefault($"{view}View") ?? Schemas[view];
        foreach (var name in path.Split('.')) schema = Resolved(schema["properties"]?[name] as JsonObject ?? throw new InvalidOperationException($"{view} has no {path}."));
        return (schema["enum"] as JsonArray ?? []).Select(v => v?.GetValue<string>()).OfType<string>();
    }

    private static JsonObject Resolved(JsonObject schema)
    {
        var reference = schema["$ref"] ?? schema["items"]?["$ref"] ?? (schema["oneOf"] as JsonArray)?.Select(o => o?["$ref"]).FirstOrDefault(r => r is not null);
        return reference is null ? schema : Schemas[reference.GetValue<string>().Split('/')[^1]];
    }

    private static Dictionary<string, JsonObject> Read() =>
        Directory.GetFiles(SourceTree.At("contracts", "openapi"), "*.json")
            .SelectMany(f => JsonNode.Parse(File.ReadAllText(f))!["components"]!["schemas"]!.AsObject())
            .GroupBy(s => s.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Value!.AsObject(), StringComparer.Ordinal);
}
