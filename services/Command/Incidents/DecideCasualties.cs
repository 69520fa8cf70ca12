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

/// <summary>Which figures of a kind count: one, or several parts together.</summary>
/// <param name="Kind">What is counted.</param>
/// <param name="Entries">The entries of the ledger.</param>
public sealed record DecideCasualties(CasualtyKind Kind, [property: Items(1, 50)] IReadOnlyList<Guid> Entries);

/// <summary>Where sources differ a person decides. It names what it decides on, so it needs no version; the grade engine looks at the outcome.</summary>
internal static class DecideCasualtiesCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents/{id:guid}/casualties/decisions", Handle)
        .WithName("decideCasualties").WithSummary("Decides which figures of a kind count where sources differ.").RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<CasualtyTallyView>, ProblemHttpResult>> Handle(
        Guid id, DecideCasualties request, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        if (await db.MayLeadAsync(incident, call, ct) is { } stranger) return stranger.Problem();
        var ledger = await db.CasualtyEntries.AsNoTracking().Where(e => e.IncidentId == id).ToListAsync(ct);
        var (decision, refusal) = CasualtyDecision.Decide(incident, request.Kind, request.Entries, ledger, call.Caller.Agency, call.Now);
        if (decision is null) return refusal!.Problem();
        var decisions = await db.CasualtyDecisions.AsNoTracking().Where(d => d.IncidentId == id).ToListAsync(ct);
        db.Add(decision);
        db.Append(id, new CasualtiesDecided(id, decision.Id, decision.Kind, decision.Entries, decision.Count, decision.DecidedBy, decision.DecidedAt));
        var known = ledger.Where(e => decision.Entries.Contains(e.Id)).Max(e => e.OccurredAt);
        await ProposeGrade.ByThresholdAsync(incident, known, ledger, [.. decisions, decision], db, package, clocks, call, ct);
        var tally = CasualtyTally.Of(ledger, [.. decisions, decision]).Single(t => t.Kind == decision.Kind);
        return TypedResults.Created($"/v1/incidents/{id}/casualties/tally", CasualtyTallyView.Of(tally));
    }
}
