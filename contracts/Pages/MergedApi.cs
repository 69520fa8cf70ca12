using System.Text.Json.Nodes;

namespace Coordination.Contracts.Pages;

/// <summary>
/// The services' OpenAPI documents as one. A path belongs to one service, so paths never meet; a schema of the same name that is not the same in two
/// services gets the service's name in front.
/// </summary>
internal static class MergedApi
{
    internal static JsonObject Of(IReadOnlyList<(string Name, JsonObject Document)> documents)
    {
        var clashes = SchemaNames.Clashes([.. documents.Select(d => (d.Name, Schemas(d.Document)))]);
        var (tags, paths, schemas) = (new JsonArray(), new JsonObject(), new JsonObject());
        foreach (var (name, document) in documents)
        {
            tags.Add(new JsonObject { ["name"] = name });
            foreach (var (path, item) in document["paths"]!.AsObject()) paths.Add(path, Renamed(item!, name));
            foreach (var (schema, shape) in Schemas(document)) schemas[Name(schema, name)] = Renamed(shape!, name);
        }
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject { ["title"] = "Coordination", ["version"] = "v1", ["description"] = "Every operation of a region, as one address serves it." },
            ["tags"] = tags,
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["securitySchemes"] = new JsonObject { ["token"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer", ["bearerFormat"] = "JWT" } },
            },
        };

        string Name(string schema, string of) => clashes.Contains(schema) ? SchemaNames.Own(of, schema) : schema;
        JsonNode Renamed(JsonNode part, string of) => SchemaNames.Rewrite(part, schema => Name(schema, of));
    }

    private static JsonObject Schemas(JsonObject document) => document["components"]?["schemas"]?.AsObject() ?? [];
}
