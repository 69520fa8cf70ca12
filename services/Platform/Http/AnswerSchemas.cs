using Microsoft.OpenApi;

namespace Coordination.Platform;

/// <summary>
/// A member without a value is not written, so no answer promises one that may be null. What is sent is another matter: there such a member must be said unless it has a default.
/// </summary>
internal static class AnswerSchemas
{
    internal static void Loosen(OpenApiDocument document)
    {
        if (document.Components?.Schemas is not { } schemas) return;
        var sent = new HashSet<string>(StringComparer.Ordinal);
        foreach (var operation in document.Paths.Values.SelectMany(p => p.Operations ?? []).Select(o => o.Value))
            foreach (var content in operation.RequestBody?.Content?.Values ?? []) Follow(content.Schema, schemas, sent);
        foreach (var schema in schemas.Where(s => !sent.Contains(s.Key)).Select(s => s.Value).OfType<OpenApiSchema>())
            foreach (var (name, member) in schema.Properties ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
                if (MayBeNull(member)) schema.Required?.Remove(name);
    }

    private static bool MayBeNull(IOpenApiSchema member) =>
        member is not OpenApiSchemaReference && (member.Type?.HasFlag(JsonSchemaType.Null) == true || member.OneOf?.Any(c => c is OpenApiSchema { Type: JsonSchemaType.Null }) == true);

    private static void Follow(IOpenApiSchema? schema, IDictionary<string, IOpenApiSchema> schemas, HashSet<string> found)
    {
        if (schema is OpenApiSchemaReference { Reference.Id: { } name })
        {
            if (found.Add(name) && schemas.TryGetValue(name, out var target)) Follow(target, schemas, found);
            return;
        }
        if (schema is null) return;
        Follow(schema.Items, schemas, found);
        foreach (var part in (schema.OneOf ?? []).Concat(schema.AnyOf ?? []).Concat(schema.AllOf ?? []).Concat(schema.Properties?.Values ?? [])) Follow(part, schemas, found);
    }
}
