using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Platform;

namespace Coordination.Resources.Catalogue;

/// <summary>A row as it was sent: on which line of the file it stands, or which item it is, and what it names.</summary>
internal sealed record SentRow(int Line, JsonObject Json);

/// <summary>Cuts the body of an import into its rows, each by itself so that each is judged by itself. Of a body that is too long no more is read than shows that it is.</summary>
internal static class CatalogueBody
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>1 to <paramref name="most"/> rows, or what is wrong with the body.</summary>
    public static (IReadOnlyList<SentRow> Rows, IReadOnlyList<Refusal> Wrong) Read(byte[] body, bool isCsv, int most, DateTimeOffset now)
    {
        var (rows, wrong) = isCsv ? Lines(body, most) : Items(body, most, now);
        if (wrong.Count > 0 || rows.Count is var count && count > 0 && count <= most) return (rows, wrong);
        return ([], [Refusal.Invalid("/items", "items", $"Must have 1 to {most} items.")]);
    }

    private static (IReadOnlyList<SentRow> Rows, IReadOnlyList<Refusal> Wrong) Lines(byte[] body, int most)
    {
        var (rows, refusal) = CatalogueCsv.Read(body, most);
        return ([.. rows.Select(r => new SentRow(r.Line, r.Json))], refusal is null ? [] : [refusal]);
    }

    /// <summary>What is no list of rows is told as of any body.</summary>
    private static (IReadOnlyList<SentRow> Rows, IReadOnlyList<Refusal> Wrong) Items(byte[] body, int most, DateTimeOffset now)
    {
        if (body.Length == 0) return ([], [Refusal.Invalid("", "body-required", "A JSON body is required.")]);
        try
        {
            if (IsLong(body, most)) return ([], []);
            if (JsonNode.Parse(body, documentOptions: Strict) is not JsonObject json) return ([], [Refusal.Invalid("", "type", "Must be an object.")]);
            return json is { Count: 1 } && json["items"] is JsonArray items && items.All(i => i is JsonObject)
                ? ([.. items.Select((i, n) => new SentRow(n, i!.AsObject()))], []) : ([], InputRecords.Read<ImportCatalogue>(json, now).Wrong);
        }
        catch (JsonException)
        {
            return ([], [Refusal.Invalid("", "json", "Not JSON that can be taken: it must be well-formed, at most 32 deep, and name each member once.")]);
        }
    }

    /// <summary>Counts the objects in the list of the outermost object, and stops at the first too many.</summary>
    private static bool IsLong(ReadOnlySpan<byte> body, int most)
    {
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 32 });
        for (var count = 0; reader.Read();)
            if (reader is { TokenType: JsonTokenType.StartObject, CurrentDepth: 2 } && ++count > most) return true;
        return false;
    }
}
