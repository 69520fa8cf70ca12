using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Coordination.Tests.ContractTests.AsyncApi;

/// <summary>As much of JSON Schema as the contracts use: where a value does not keep its schema, by JSON Pointer.</summary>
internal static class SchemaCheck
{
    internal static IEnumerable<string> Of(JsonNode document, JsonNode schema, JsonNode? value, string at = "")
    {
        if (schema["$ref"] is { } to) return Of(document, AsyncApiTests.Find(document, $"{to}")!, value, at);
        if (schema["allOf"] is JsonArray all) return all.SelectMany(s => Of(document, s!, value, at));
        if (schema["const"] is { } only && !JsonNode.DeepEquals(only, value)) return [$"{at}: is not {only}"];
        if (schema["enum"] is JsonArray allowed && !allowed.Any(v => JsonNode.DeepEquals(v, value))) return [$"{at}: is none of its vocabulary"];
        if (schema["type"] is { } type && !Is($"{type}", $"{schema["format"]}", value)) return [$"{at}: is no {type}"];
        return (value as JsonArray ?? []).SelectMany((item, i) => Of(document, schema["items"] ?? new JsonObject(), item, $"{at}/{i}"))
            .Concat((schema["required"]?.AsArray() ?? []).Where(r => value is JsonObject o && !o.ContainsKey($"{r}")).Select(r => $"{at}/{r}: is missing"))
            .Concat((schema["properties"]?.AsObject() ?? []).Where(p => value is JsonObject o && o.ContainsKey(p.Key)).SelectMany(p => Of(document, p.Value!, value![p.Key], $"{at}/{p.Key}")));
    }

    private static bool Is(string type, string format, JsonNode? value) => (type, value?.GetValueKind()) switch
    {
        ("object", JsonValueKind.Object) or ("array", JsonValueKind.Array) or ("boolean", JsonValueKind.True or JsonValueKind.False) or ("number", JsonValueKind.Number) => true,
        ("integer", JsonValueKind.Number) => value!.AsValue().TryGetValue<long>(out _),
        ("string", JsonValueKind.String) => format switch
        {
            "uuid" => Guid.TryParse($"{value}", out _),
            "date-time" => DateTimeOffset.TryParse($"{value}", CultureInfo.InvariantCulture, out _),
            _ => true,
        },
        _ => false,
    };
}
