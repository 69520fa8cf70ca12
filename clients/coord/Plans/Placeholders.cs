using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Coordination.CommandLine.Plans;

/// <summary>Names in double braces, anywhere in the texts of a plan.</summary>
internal static partial class Placeholders
{
    internal static IEnumerable<string> In(string text) => Name().Matches(text).Select(m => m.Groups["name"].Value);

    internal static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(m => In(m.Value)),
        JsonArray list => list.SelectMany(In),
        JsonValue value when value.TryGetValue<string>(out var text) => In(text),
        _ => [],
    };

    internal static JsonNode? Fill(JsonNode? node, IReadOnlyDictionary<string, string> codes) => node switch
    {
        JsonObject map => new JsonObject(map.Select(m => KeyValuePair.Create(m.Key, Fill(m.Value, codes)))),
        JsonArray list => new JsonArray([.. list.Select(i => Fill(i, codes))]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Name().Replace(text, m => codes.GetValueOrDefault(m.Groups["name"].Value, m.Value))),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"\{\{(?<name>[a-z][a-z0-9-]*)\}\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Name();
}
