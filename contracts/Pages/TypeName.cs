using System.Text.Json.Nodes;

namespace Coordination.Contracts.Pages;

/// <summary>A JSON Schema in a few words: <c>string, uuid</c>, <c>OrderTask[]</c>, <c>integer or null</c>.</summary>
internal static class TypeName
{
    internal static string Of(JsonNode? schema)
    {
        if (Referred(schema) is { } name) return name;
        if (schema?["oneOf"] is JsonArray choices) return string.Join(" or ", choices.Select(Of));
        if (schema?["items"] is { } items) return $"{Of(items)}[]{(Types(schema).Contains("null") ? " or null" : "")}";
        if (schema?["enum"] is JsonArray values) return string.Join(" | ", values.Select(v => $"{v}"));
        var type = string.Join(" or ", Types(schema).OrderBy(t => t == "null"));
        if (type.Length == 0) type = "any";
        return schema?["format"] is { } format ? $"{type}, {format}" : type;
    }

    internal static string? Referred(JsonNode? schema) => schema?["$ref"] is { } reference ? $"{reference}".Split('/')[^1] : null;

    private static IEnumerable<string> Types(JsonNode? schema) => schema?["type"] switch
    {
        JsonArray several => several.Select(t => $"{t}"),
        { } one => [$"{one}"],
        null => [],
    };
}
