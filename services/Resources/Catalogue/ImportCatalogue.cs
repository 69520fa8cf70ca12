using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Catalogue;

/// <summary>Rows of a catalogue: 1 to 1,000 in a call, and as many calls as the catalogue needs.</summary>
public sealed record ImportCatalogue([property: Items(1, 1000)] IReadOnlyList<CatalogueRow> Items);

/// <summary>What became of the rows of a call.</summary>
/// <param name="Id">The import.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Added">Of things that were not there.</param>
/// <param name="Changed">Of things that are other than they were.</param>
/// <param name="Unchanged">Of things that are as they were.</param>
public sealed record CatalogueReceipt(Guid Id, int Rows, int Added, int Changed, int Unchanged);

/// <summary>
/// An agency enters what it has, as JSON or as CSV, by its own codes: what is there already is changed, and a row that says nothing new does nothing. All rows of a
/// call are taken, or none and each fault is named.
/// </summary>
internal static class ImportCatalogueCase
{
    private const int MostRows = 1000, MostFindings = 200;
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/catalogue/import", Handle)
        .WithName("importCatalogue").WithSummary("An agency enters what it has, as JSON or CSV: all rows of the call or none.")
        .Accepts<ImportCatalogue>("application/json", "text/csv").RequireRole(Who.Reports);

    private static async Task<Results<Ok<CatalogueReceipt>, ProblemHttpResult>> Handle(
        string agency, HttpRequest request, ResourcesDb db, CatalogueBook book, ResourceCatalogue types, Call call, CancellationToken ct)
    {
        var isCsv = request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) == true;
        var (read, odd) = isCsv ? Lines(request.Bytes()) : Items(request.Bytes(), call.Now);
        if (odd.Count > 0) return odd.Problem();
        if (read.Count is 0 or > MostRows) return Refusal.Invalid("/items", "items", $"Must have 1 to {MostRows} items.").Problem();
        var (rows, wrong) = Check(read, isCsv, types, call);
        if (wrong.Count > 0) return wrong.Problem();
        var (added, changed, refused) = await EnterAsync(db, book, agency, rows, ct);
        if (refused.Count > 0) return refused.Select(r => At(r.Row, read[r.Row].Line, isCsv, r.Refusal)).Take(MostFindings).ToList().Problem();
        var receipt = new CatalogueReceipt(Guid.CreateVersion7(), rows.Count, added, changed, rows.Count - added - changed);
        if (added + changed > 0) db.Append(receipt.Id, new CatalogueImported(receipt.Id, agency, receipt.Rows, added, changed, call.Now));
        return TypedResults.Ok(receipt);
    }

    private static async Task<(int Added, int Changed, IReadOnlyList<(int Row, Refusal Refusal)> Refused)> EnterAsync(
        ResourcesDb db, CatalogueBook book, string agency, IReadOnlyList<CatalogueRow> rows, CancellationToken ct)
    {
        // What changed is looked for once, when it is saved: for each clock it would be looked for in all rows before it.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await book.EnterAsync(agency, rows, ct);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static (IReadOnlyList<(int Line, JsonObject Json)> Rows, IReadOnlyList<Refusal> Wrong) Lines(byte[] body)
    {
        var (rows, refusal) = CatalogueCsv.Read(body);
        return (rows, refusal is null ? [] : [refusal]);
    }

    /// <summary>The rows one by one, so that each is judged by itself; what is no list of rows is told as of any body.</summary>
    private static (IReadOnlyList<(int Line, JsonObject Json)> Rows, IReadOnlyList<Refusal> Wrong) Items(byte[] body, DateTimeOffset now)
    {
        if (body.Length == 0) return ([], [Refusal.Invalid("", "body-required", "A JSON body is required.")]);
        try
        {
            if (JsonNode.Parse(body, documentOptions: Strict) is not JsonObject json) return ([], [Refusal.Invalid("", "type", "Must be an object.")]);
            return json is { Count: 1 } && json["items"] is JsonArray items && items.All(i => i is JsonObject)
                ? ([.. items.Select((i, n) => (n, i!.AsObject()))], []) : ([], InputRecords.Read<ImportCatalogue>(json, now).Wrong);
        }
        catch (JsonException)
        {
            return ([], [Refusal.Invalid("", "json", "Not JSON that can be taken: it must be well-formed, at most 32 deep, and name each member once.")]);
        }
    }

    private static (IReadOnlyList<CatalogueRow> Rows, IReadOnlyList<Refusal> Wrong) Check(IReadOnlyList<(int Line, JsonObject Json)> read, bool isCsv, ResourceCatalogue types, Call call)
    {
        var (rows, wrong, codes) = (new List<CatalogueRow>(read.Count), new List<Refusal>(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < read.Count && wrong.Count < MostFindings; i++)
        {
            var (record, odd) = InputRecords.Read<CatalogueRow>(read[i].Json, call.Now);
            if (record is not null)
            {
                var (row, faults) = CatalogueRules.Check(record, types);
                odd = codes.Add(row.Code) ? faults : [.. faults, Refusal.Invalid("/code", "code-twice", "Another row of the call has the code.")];
                rows.Add(row);
            }
            wrong.AddRange(odd.Select(o => At(i, read[i].Line, isCsv, o)));
        }
        return (rows, wrong);
    }

    /// <summary>Whoever has the file before him finds the line by its number.</summary>
    private static Refusal At(int row, int line, bool isCsv, Refusal fault) =>
        fault with { Pointer = $"/items/{row}{fault.Pointer}", Status = 400, Detail = isCsv ? $"Line {line}: {fault.Detail}" : fault.Detail };
}
