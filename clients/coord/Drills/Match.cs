using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Drills;

/// <summary>
/// Holds a value against what was expected: a value for equality, or a mapping of <c>exists</c>, <c>not</c>, <c>min</c>, <c>max</c>, <c>contains</c>,
/// <c>anyOf</c>, <c>set</c> (in any order), <c>length</c>, <c>at</c> (a moment of the drill).
/// </summary>
internal static class Match
{
    private static readonly string[] Operators = ["exists", "not", "min", "max", "contains", "anyOf", "set", "length", "at"];

    /// <summary>Null when the value is as expected, otherwise what differs.</summary>
    internal static string? Mismatch(Member member, JsonNode? root, Values values)
    {
        var found = JsonPath.TryFind(root, values.Fill(member.Path), out var actual);
        var wrong = Against(values.Fill(member.Expected), found, actual, values);
        return wrong is null ? null : $"{member.Path}: {wrong}";
    }

    internal static bool Same(JsonNode? a, JsonNode? b) => (a, b) switch
    {
        (null, null) => true,
        (JsonObject x, JsonObject y) => x.Count == y.Count && x.All(m => y.TryGetPropertyValue(m.Key, out var other) && Same(m.Value, other)),
        (JsonArray x, JsonArray y) => x.Count == y.Count && x.Zip(y).All(p => Same(p.First, p.Second)),
        (JsonValue x, JsonValue y) => (Number(x), Number(y)) is ({ } m, { } n) ? m == n : x.ToJsonString() == y.ToJsonString(),
        _ => false,
    };

    private static string? Against(JsonNode? expected, bool found, JsonNode? actual, Values values)
    {
        if (expected is JsonObject { Count: > 0 } rules && rules.All(r => Operators.Contains(r.Key)))
            return rules.Select(r => Rule(r.Key, r.Value, found, actual, values)).FirstOrDefault(w => w is not null);
        if (expected is null ? !found || actual is null : found && Same(expected, actual)) return null;
        return $"expected {Show(expected)}, was {(found ? Show(actual) : "absent")}";
    }

    private static string? Rule(string rule, JsonNode? wanted, bool found, JsonNode? actual, Values values)
    {
        var holds = rule switch
        {
            "exists" => found && actual is not null == (wanted is JsonValue v && v.TryGetValue<bool>(out var yes) && yes) || !found && wanted?.ToJsonString() == "false",
            "not" => found && !Same(wanted, actual),
            "min" => Number(actual) is { } n && n >= Number(wanted),
            "max" => Number(actual) is { } n && n <= Number(wanted),
            "contains" => actual is JsonArray list ? list.Any(e => Same(e, wanted)) : found && $"{actual}".Contains($"{wanted}", StringComparison.Ordinal),
            "anyOf" => found && wanted is JsonArray options && options.Any(o => Same(o, actual)),
            "set" => wanted is JsonArray all && actual is JsonArray got && all.Count == got.Count && all.All(e => got.Any(g => Same(e, g))),
            "length" => actual is JsonArray list && list.Count == Number(wanted),
            "at" => Offset.TryParse($"{wanted}", out var offset) && Instant(actual) == values.At(offset),
            _ => false,
        };
        return holds ? null : $"expected {rule} {Show(wanted)}, was {(found ? Show(actual) : "absent")}";
    }

    internal static DateTimeOffset? Instant(JsonNode? value) => value is JsonValue v && v.TryGetValue<string>(out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;

    private static decimal? Number(JsonNode? value) => value?.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(value.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Show(JsonNode? value) => value?.ToJsonString() is { } text ? text.Length > 200 ? text[..200] + "…" : text : "null";
}
