using System.Text.Json.Nodes;

namespace Coordination.Contracts.Pages;

/// <summary>The names of schemas where several documents become one.</summary>
internal static class SchemaNames
{
    private const string Prefix = "#/components/schemas/";

    /// <summary>The names that do not mean the same everywhere: their text differs, or they lead to such a name.</summary>
    internal static HashSet<string> Clashes(IReadOnlyList<(string Service, JsonObject Schemas)> all)
    {
        var shared = all.SelectMany(d => d.Schemas).GroupBy(s => s.Key, s => s.Value!, StringComparer.Ordinal).Where(g => g.Count() > 1).ToList();
        var clashes = shared.Where(g => g.Skip(1).Any(s => !JsonNode.DeepEquals(s, g.First()))).Select(g => g.Key).ToHashSet(StringComparer.Ordinal);
        int before;
        do
        {
            before = clashes.Count;
            clashes.UnionWith(shared.Where(g => g.Any(s => References(s).Any(clashes.Contains))).Select(g => g.Key));
        } while (clashes.Count > before);
        return clashes;
    }

    /// <summary><c>public-information</c> and <c>Channel</c> give <c>PublicInformationChannel</c>.</summary>
    internal static string Own(string service, string schema) => string.Concat(service.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..])) + schema;

    /// <summary>A copy in which each reference to a schema has its new name.</summary>
    internal static JsonNode Rewrite(JsonNode part, Func<string, string> rename)
    {
        var copy = part.DeepClone();
        foreach (var holder in Holders(copy).ToList()) holder["$ref"] = Prefix + rename(Referred(holder)!);
        return copy;
    }

    /// <summary>The names of the schemas that a part of a document mentions.</summary>
    internal static IEnumerable<string> References(JsonNode? part) => Holders(part).Select(h => Referred(h)!);

    private static string? Referred(JsonObject holder) =>
        holder["$ref"] is JsonValue v && v.TryGetValue<string>(out var text) && text.StartsWith(Prefix, StringComparison.Ordinal) ? text[Prefix.Length..] : null;

    private static IEnumerable<JsonObject> Holders(JsonNode? part) => part switch
    {
        JsonObject o => o.SelectMany(m => Holders(m.Value)).Concat(Referred(o) is null ? [] : [o]),
        JsonArray a => a.SelectMany(Holders),
        _ => [],
    };
}
