using System.Text.Json.Nodes;

namespace Coordination.Tests.Functional.BadInput;

/// <summary>One operation of a module's OpenAPI document, with its body's schema resolved on demand.</summary>
internal sealed record ApiOperation(string Method, string Path, JsonObject Operation, ApiSchemas Schemas)
{
    internal string Place => $"{Method} {Path}";

    internal JsonNode? Body => Operation["requestBody"]?["content"]?["application/json"]?["schema"];

    internal bool NeedsBody => Body is not null && Operation["requestBody"]?["required"]?.GetValue<bool>() == true;

    internal bool NeedsIfMatch => Header("If-Match");

    internal bool NeedsKey => Header("Idempotency-Key");

    internal IReadOnlyList<string> Roles => [.. (Operation["x-roles"]?.AsArray() ?? []).Select(r => r!.GetValue<string>())];

    internal IEnumerable<JsonNode> Queries => Parameters.Where(p => p["in"]!.GetValue<string>() == "query");

    /// <summary>The path with an id that nothing has, the caller's own agency, and 1 for numbers.</summary>
    internal string Concrete(string? id = null)
    {
        var path = Path.Replace("{agency}", "fire", StringComparison.Ordinal);
        foreach (var parameter in Parameters.Where(p => p["in"]!.GetValue<string>() == "path"))
        {
            var name = parameter["name"]!.GetValue<string>();
            var schema = Schemas.Resolve(parameter["schema"]!);
            var value = schema["format"]?.GetValue<string>() == "uuid" ? id ?? Guid.CreateVersion7().ToString() : schema["type"]?.ToString() == "integer" ? "1" : "x1";
            path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }
        return path;
    }

    private IEnumerable<JsonNode> Parameters => (Operation["parameters"]?.AsArray() ?? []).Select(p => p!);

    private bool Header(string name) => Parameters.Any(p => p["name"]!.GetValue<string>() == name && p["required"]?.GetValue<bool>() == true);
}

/// <summary>The schemas of a document.</summary>
internal sealed class ApiSchemas(JsonNode document)
{
    internal IEnumerable<ApiOperation> Operations =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select new ApiOperation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!.AsObject(), this);

    /// <summary>Follows references and takes the side of a choice that is not null.</summary>
    internal JsonObject Resolve(JsonNode schema)
    {
        if (schema["$ref"]?.GetValue<string>() is { } reference) return Resolve(document["components"]!["schemas"]![reference.Split('/')[^1]]!);
        if ((schema["oneOf"] ?? schema["anyOf"])?.AsArray().FirstOrDefault(s => s!["type"]?.ToString() != "null") is { } choice) return Resolve(choice);
        return schema.AsObject();
    }

    /// <summary>Whether null is a value of it.</summary>
    internal static bool MayBeNull(JsonNode schema) => schema["type"] is JsonArray types && types.Any(t => t!.GetValue<string>() == "null")
        || (schema["oneOf"] ?? schema["anyOf"])?.AsArray().Any(s => s!["type"]?.ToString() == "null") == true;

    internal static string TypeOf(JsonObject schema) => schema["enum"] is not null ? "enum"
        : schema["type"] is JsonArray types ? types.Select(t => t!.GetValue<string>()).First(t => t != "null") : schema["type"]?.GetValue<string>() ?? "any";
}
