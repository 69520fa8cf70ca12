using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Batches;

/// <summary>Reports of an agency as the text of a CSV file.</summary>
/// <param name="Csv">Header row and at most 500 rows; columns in docs/channels.md.</param>
public sealed record ReceiveReportBatch([property: Text(500_000)] string Csv);

/// <summary>What became of a file, row by row.</summary>
/// <param name="Accepted">Rows that became reports.</param>
/// <param name="Refused">Rows of which nothing was kept.</param>
/// <param name="Rows">Each row in the order of the file.</param>
public sealed record ReportBatchResult(int Accepted, int Refused, IReadOnlyList<ReportRowResult> Rows);

/// <summary>What became of a row.</summary>
/// <param name="Line">Line of the file where it begins, from 1; the header is line 1.</param>
/// <param name="ReportId">The report, or null where it was refused.</param>
/// <param name="Check">Result of the content check, or null.</param>
/// <param name="Missing">Fields for which the report was returned.</param>
/// <param name="Faults">Why it was refused.</param>
public sealed record ReportRowResult(int Line, Guid? ReportId, ContentState? Check, IReadOnlyList<ReportField> Missing, IReadOnlyList<RowFault> Faults);

/// <summary>A wrong cell.</summary>
/// <param name="Field">Column; empty for the row as a whole.</param>
/// <param name="Rule">The rule it breaks.</param>
/// <param name="Detail">What would be right.</param>
public sealed record RowFault(string Field, string Rule, string Detail);

internal static class ReceiveReportBatchCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/report-batches", Handle)
        .WithName("receiveReportBatch").IsLifeSafety().WithSummary("Many reports at once, as CSV: each row is taken or refused for itself, with its line, field and rule.")
        .RequireRole(Roles.Reporter, Roles.DutyOfficer, Roles.Integration);

    private static async Task<Results<Ok<ReportBatchResult>, ProblemHttpResult>> Handle(ReceiveReportBatch body, Call call, Sending sending, CancellationToken ct)
    {
        var (file, refusal) = ReportFile.Read(body.Csv);
        if (refusal is not null) return refusal.Problem();
        var results = new List<ReportRowResult>();
        foreach (var row in file!.Rows) results.Add(await TakeAsync(row, file.Header, call, sending, ct));
        var accepted = results.Count(r => r.ReportId is not null);
        return TypedResults.Ok(new ReportBatchResult(accepted, results.Count - accepted, results));
    }

    private static async Task<ReportRowResult> TakeAsync(CsvRow row, IReadOnlyList<string> header, Call call, Sending sending, CancellationToken ct)
    {
        if (row.Cells.Count != header.Count) return Refused([new("", "cells", $"Must have {header.Count} cells, as the header has.")]);
        var (json, counted) = ReportColumns.Body(header, row.Cells);
        var (record, wrong) = InputRecords.Read<ReceiveReport>(json, call.Now);
        if (record is null) return Refused([.. wrong.Select(Fault)]);
        var (report, refusal) = await sending.SendAsync(record, ct);
        return report is null ? Refused([Fault(refusal!)]) : new(row.Line, report.Id, report.Check, report.Missing, []);

        ReportRowResult Refused(IReadOnlyList<RowFault> faults) => new(row.Line, null, null, [], faults);

        RowFault Fault(Refusal no) => new(no.Pointer is null ? "" : ReportColumns.ColumnOf(no.Pointer, counted), no.Rule, no.Detail);
    }
}
