using System.Text.Json.Nodes;

namespace Coordination.Tests.Functional.BadInput;

/// <summary>Composes a body that keeps every rule its schema states: the ground that each wrong body differs from in one place.</summary>
internal static class ValidBody
{
    internal static JsonNode Of(ApiSchemas schemas, JsonNode schema, bool optionalToo, string name = "", int depth = 0)
    {
        var resolved = schemas.Resolve(schema);
        switch (ApiSchemas.TypeOf(resolved))
        {
            case "object": return Object(schemas, resolved, optionalToo && depth < 4, depth);
            case "array":
                var count = Math.Max(1, resolved["minItems"]?.GetValue<int>() ?? 1);
                return new JsonArray([.. Enumerable.Range(0, count).Select(_ => Of(schemas, resolved["items"]!, optionalToo, name, depth + 1))]);
            case "enum": return resolved["enum"]![0]!.DeepClone();
            case "boolean": return false;
            case "integer": return (long)Math.Max(1, Bound(resolved, "minimum") ?? 1);
            case "number": return Math.Max(1.5, Bound(resolved, "minimum") ?? 1.5);
            case "string": return Text(resolved, name);
            default: return new JsonObject();
        }
    }

    private static JsonObject Object(ApiSchemas schemas, JsonObject schema, bool optionalToo, int depth)
    {
        var made = new JsonObject();
        var required = (schema["required"]?.AsArray() ?? []).Select(r => r!.GetValue<string>()).ToHashSet();
        foreach (var (name, member) in schema["properties"]?.AsObject() ?? [])
            if (required.Contains(name) || optionalToo) made[name] = Of(schemas, member!, optionalToo, name, depth + 1);
        return made;
    }

    private static string Text(JsonObject schema, string name) => schema["format"]?.GetValue<string>() switch
    {
        "uuid" => Guid.CreateVersion7().ToString(),
        "date-time" => schema["description"] is null && !name.EndsWith("At", StringComparison.Ordinal)
            ? DateTimeOffset.UtcNow.AddHours(2).ToString("yyyy-MM-ddTHH:mm:ssZ") : DateTimeOffset.UtcNow.AddMinutes(-30).ToString("yyyy-MM-ddTHH:mm:ssZ"),
        "date" => "2026-07-27",
        _ => Words(name).PadRight(schema["minLength"]?.GetValue<int>() ?? 1, '0') is var text && schema["maxLength"]?.GetValue<int>() is { } max && text.Length > max ? text[..max] : text,
    };

    private static string Words(string name) => name switch
    {
        "jurisdiction" or "areaCode" or "code" or "areas" => "220221",
        "eventCode" => "11A01",
        "toAgency" or "agency" or "ownerAgency" => "fire",
        _ => "words",
    };

    private static double? Bound(JsonObject schema, string name) => schema[name]?.GetValue<double>();
}
