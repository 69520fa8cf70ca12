using Coordination.Command.Grades;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Incidents;

/// <summary>Counts as they are known. An append: it needs no version, and the grade engine looks at each.</summary>
/// <param name="Counts">At most one of a kind.</param>
/// <param name="OccurredAt">The moment that they are about.</param>
/// <param name="KnownAt">When they became known.</param>
/// <param name="ReportId">The report that they rest on.</param>
/// <param name="Scope">Whether they are all of the area or a part; all when it is left out.</param>
/// <param name="Source">Code of who counted, such as a hospital; the caller's agency when it is left out.</param>
/// <param name="AreaCode">Code of the area or place that they are about; the incident's own when it is left out.</param>
public sealed record CountCasualties(
    [property: Items(1, 5)] IReadOnlyList<CasualtyCount> Counts, [property: NotInFuture] DateTimeOffset OccurredAt, [property: NotInFuture] DateTimeOffset KnownAt,
    Guid? ReportId = null, CasualtyScope Scope = CasualtyScope.Total, [property: Text(64)] string? Source = null, [property: Text(64)] string? AreaCode = null);

internal static class CountCasualtiesCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/incidents/{id:guid}/casualties", Handle).WithName("countCasualties").WithSummary("Adds an entry to the casualty ledger: counts, never names.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Integration);
        routes.MapGet("/v1/incidents/{id:guid}/casualties", List).WithName("listCasualties").WithSummary("The casualty ledger, oldest entry first.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.PublicInformationOfficer, Roles.Approver, Roles.Auditor, Roles.Integration);
    }

    private static async Task<Results<Created<CasualtyEntryView>, ProblemHttpResult>> Handle(
        Guid id, CountCasualties request, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        if (incident.Count() is { } closed) return closed.Problem();
        if (CasualtyEntry.Refuse(request) is { } refusal) return refusal.Problem();
        var ledger = await db.CasualtyEntries.AsNoTracking().Where(e => e.IncidentId == id).ToListAsync(ct);
        if (CasualtyEntry.RefuseToSpeakFor(request.Source, call.Caller.Agency, ledger) is { } spoken) return spoken.Problem();
        var entry = CasualtyEntry.Of(request, incident, call.Caller.Agency, call.Now);
        db.Add(entry);
        db.Append(incident.Id, new CasualtiesCounted(
            incident.Id, entry.Id, entry.Counts, entry.OccurredAt, entry.KnownAt, entry.Line.Scope, entry.Line.Source, entry.AreaCode));
        var decisions = await db.CasualtyDecisions.AsNoTracking().Where(d => d.IncidentId == id).ToListAsync(ct);
        await ProposeGrade.ByThresholdAsync(incident, entry.OccurredAt, [.. ledger, entry], decisions, db, package, clocks, call, ct);
        return TypedResults.Created($"/v1/incidents/{id}/casualties", CasualtyEntryView.Of(entry));
    }

    private static async Task<Ok<Page<CasualtyEntryView>>> List(Guid id, Paging page, CommandDb db, CancellationToken ct) => TypedResults.Ok(
        await db.CasualtyEntries.AsNoTracking().Where(e => e.IncidentId == id).ToPageAsync(page, e => e.Id, CasualtyEntryView.Of, ct));
}

/// <summary>An entry of the ledger.</summary>
public sealed record CasualtyEntryView(
    Guid Id, Guid IncidentId, IReadOnlyList<CasualtyCount> Counts, string SourceAgency, DateTimeOffset OccurredAt, DateTimeOffset KnownAt, DateTimeOffset RecordedAt,
    CasualtyScope Scope, string Source, string? AreaCode)
{
    internal static CasualtyEntryView Of(CasualtyEntry e) =>
        new(e.Id, e.IncidentId, e.Counts, e.SourceAgency, e.OccurredAt, e.KnownAt, e.RecordedAt, e.Line.Scope, e.Line.Source, e.AreaCode);
}
