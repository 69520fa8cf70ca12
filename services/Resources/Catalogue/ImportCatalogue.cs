using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Catalogue;

/// <summary>Rows of a catalogue: 1 to 1,000 in a call, and as many calls as the catalogue needs. Of a thing that is there, what a row does not name stays as it is.</summary>
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

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/catalogue/import", Handle)
        .WithName("importCatalogue").WithSummary("An agency enters what it has, as JSON or CSV: all rows of the call or none.")
        // Who approves grants money, and enters nothing else: the book says so row by row.
        .Accepts<ImportCatalogue>("application/json", "text/csv").RequireRole([.. Who.Reports.Union(Who.Decides)]);

    private static async Task<Results<Ok<CatalogueReceipt>, ProblemHttpResult>> Handle(
        string agency, HttpRequest request, ResourcesDb db, CatalogueBook book, ResourceCatalogue types, Call call, CancellationToken ct)
    {
        var isCsv = request.ContentType?.StartsWith("text/csv", StringComparison.OrdinalIgnoreCase) == true;
        var (sent, odd) = CatalogueBody.Read(request.Bytes(), isCsv, MostRows, call.Now);
        if (odd.Count > 0) return odd.Problem();
        // What changed is looked for once, when it is saved: for each clock it would be looked for in all rows before it.
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await EnterAsync(agency, sent, isCsv, db, book, types, call, ct);
        }
        finally
        {
            db.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    private static async Task<Results<Ok<CatalogueReceipt>, ProblemHttpResult>> EnterAsync(
        string agency, IReadOnlyList<SentRow> sent, bool isCsv, ResourcesDb db, CatalogueBook book, ResourceCatalogue types, Call call, CancellationToken ct)
    {
        var read = sent.Select(s => InputRecords.Read<CatalogueRow>(s.Json, call.Now)).ToList();
        var known = await book.KnownAsync(agency, [.. read.Select(r => r.Record?.Code).OfType<string>()], ct);
        var (rows, wrong, codes) = (new List<CatalogueRow>(sent.Count), new List<Refusal>(), new HashSet<string>(StringComparer.Ordinal));
        for (var i = 0; i < sent.Count && wrong.Count < MostFindings; i++)
        {
            var (record, faults) = read[i];
            if (record is not null)
            {
                var said = known.TryGetValue(record.Code, out var there) ? record.Over(sent[i].Json, book.Listed(there)) : record;
                (said, faults) = CatalogueRules.Check(said, types);
                if (!codes.Add(said.Code)) faults = [.. faults, Refusal.Invalid("/code", "code-twice", "Another row of the call has the code.")];
                rows.Add(said);
            }
            wrong.AddRange(faults.Select(f => At(i, sent[i].Line, isCsv, f)));
        }
        if (wrong.Count > 0) return wrong.Problem();
        var (added, changed, refused) = book.Enter(agency, rows, known);
        if (refused.Count > 0) return refused.Select(r => At(r.Row, sent[r.Row].Line, isCsv, r.Refusal)).Take(MostFindings).ToList().Problem();
        var receipt = new CatalogueReceipt(Guid.CreateVersion7(), rows.Count, added, changed, rows.Count - added - changed);
        if (added + changed > 0) db.Append(receipt.Id, new CatalogueImported(receipt.Id, agency, receipt.Rows, added, changed, call.Now));
        return TypedResults.Ok(receipt);
    }

    /// <summary>Whoever has the file before him finds the line by its number.</summary>
    private static Refusal At(int row, int line, bool isCsv, Refusal fault) =>
        fault with { Pointer = $"/items/{row}{fault.Pointer}", Status = 400, Detail = isCsv ? $"Line {line}: {fault.Detail}" : fault.Detail };
}
