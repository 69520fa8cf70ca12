using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Recovery;

/// <summary>Losses as one source assessed them. An append: it needs no version.</summary>
/// <param name="Figures">At most one amount of a sector, and one count of a unit in it.</param>
/// <param name="Currency">ISO 4217, of all amounts.</param>
/// <param name="AssessedAt">The moment that they are about.</param>
/// <param name="Source">Code of who assessed; the caller's agency when it is left out.</param>
/// <param name="Corrects">The entry in whose place it stands.</param>
/// <param name="Reason">Why that was wrong, in words; no names of persons.</param>
public sealed record AssessLosses(
    [property: Items(1, 50)] IReadOnlyList<LossFigure> Figures, [property: Text(3, 3)] string Currency, [property: NotInFuture] DateTimeOffset AssessedAt,
    [property: Text(64)] string? Source = null, Guid? Corrects = null, [property: Text(500)] string? Reason = null);

internal static class AssessLossesCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/incidents/{id:guid}/losses", Handle).WithName("assessLosses").WithSummary("Adds an entry to the loss ledger: amounts and counts of things by sector.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Integration);
        routes.MapGet("/v1/incidents/{id:guid}/losses", List).WithName("listLosses").WithSummary("The loss ledger, oldest entry first.").RequireRole(Readers.All);
        routes.MapGet("/v1/incidents/{id:guid}/losses/tally", Tally).WithName("readLossTally")
            .WithSummary("What the loss ledger comes to by sector: every source's newest figures side by side, never added up.").RequireRole(Readers.All);
    }

    private static async Task<Results<Created<LossEntryView>, ProblemHttpResult>> Handle(
        Guid id, AssessLosses request, CommandDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        var (entry, refusal) = LossEntry.Assess(request, incident, call.Caller.Agency, await db.LossEntries.AsNoTracking().Where(e => e.IncidentId == id).ToListAsync(ct), call.Now);
        if (entry is null) return refusal!.Problem();
        db.Add(entry);
        // Before recovery begins its clock does not run; one of an earlier recovery is not met by this.
        if (incident.State != IncidentState.ResponseEnded) await clocks.StopAsync("recovery.loss", id, call.Now, ct);
        db.Append(id, new LossesAssessed(id, entry.Id, entry.Figures, entry.Currency, entry.Source, entry.AssessedAt, call.Now, entry.Corrects));
        return TypedResults.Created($"/v1/incidents/{id}/losses", LossEntryView.Of(entry));
    }

    private static async Task<Ok<Page<LossEntryView>>> List(Guid id, Paging page, CommandDb db, CancellationToken ct) => TypedResults.Ok(
        await db.LossEntries.AsNoTracking().Where(e => e.IncidentId == id).ToPageAsync(page, e => e.Id, LossEntryView.Of, ct));

    private static async Task<Results<Ok<LossTallies>, ProblemHttpResult>> Tally(Guid id, CommandDb db, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is null) return Problems.NotFound("incident", id);
        return TypedResults.Ok(new LossTallies(id, LossTally.Of(await db.LossEntries.AsNoTracking().Where(e => e.IncidentId == id).ToListAsync(ct))));
    }
}
