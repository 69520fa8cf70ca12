using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Coordination.Tests.ContractTests.AsyncApi;

/// <summary>JSON Schemas of the events' data: a schema for each event under its name, and one for each vocabulary and small record under its own.</summary>
internal static class EventSchemas
{
    private const string Prefix = "#/components/schemas/";
    private static readonly NullabilityInfoContext Nullability = new();

    internal static JsonObject All()
    {
        var schemas = new SortedDictionary<string, JsonNode?>(StringComparer.Ordinal);
        foreach (var (name, type) in EventCatalogue.All) schemas[name] = Record(type);
        foreach (var type in EventCatalogue.All.SelectMany(e => EventMember.Of(e.Type)).Select(m => Item(m.Type)).Where(t => t.IsEnum || EventMember.IsSmallRecord(t)).Distinct())
            schemas.Add(type.Name, type.IsEnum ? Vocabulary(type) : Record(type));
        return new(schemas);
    }

    internal static JsonObject To(string name) => new() { ["$ref"] = Prefix + name };

    private static JsonObject Record(Type record)
    {
        var (members, required) = (new JsonObject(), new JsonArray());
        foreach (var property in record.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            members[name] = Described(Shape(property.PropertyType), Meanings.Of(record, property.Name));
            if (Nullability.Create(property).ReadState != NullabilityState.Nullable) required.Add(name);
        }
        // Not closed: a newer version may carry members that an older reader passes over.
        var schema = new JsonObject { ["type"] = "object", ["properties"] = members };
        if (required.Count > 0) schema["required"] = required;
        return Described(schema, Meanings.Of(record));
    }

    private static JsonObject Vocabulary(Type type) =>
        Described(new JsonObject { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetNames(type).Select(n => (JsonNode)n)]) }, Meanings.Of(type));

    private static JsonObject Shape(Type type)
    {
        if (EventMember.ItemOf(type) is { } item) return new() { ["type"] = "array", ["items"] = Shape(item) };
        var bare = EventMember.Bare(type);
        if (bare.IsEnum || EventMember.IsSmallRecord(bare)) return To(bare.Name);
        var (kind, format) = bare switch
        {
            _ when bare == typeof(Guid) => ("string", "uuid"),
            _ when bare == typeof(DateTimeOffset) => ("string", "date-time"),
            _ when bare == typeof(int) => ("integer", "int32"),
            _ when bare == typeof(long) => ("integer", "int64"),
            _ when bare == typeof(double) => ("number", "double"),
            _ when bare == typeof(bool) => ("boolean", null),
            _ => ("string", (string?)null),
        };
        var shape = new JsonObject { ["type"] = kind };
        if (format is not null) shape["format"] = format;
        return shape;
    }

    private static JsonObject Described(JsonObject schema, string meaning)
    {
        if (meaning.Length > 0) schema["description"] = meaning;
        return schema;
    }

    private static Type Item(Type type) => EventMember.Bare(EventMember.ItemOf(type) ?? type);
}
