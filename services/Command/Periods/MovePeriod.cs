using Coordination.Command.Incidents;
using Coordination.Command.Orders;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Periods;

/// <summary>Why a period that was planned is not held.</summary>
/// <param name="Reason">In words; no names of persons.</param>
public sealed record CancelPeriod([property: Text(500)] string Reason);

/// <summary>A period is begun by hand where no clock does it, ended before its time, or cancelled before it begins.</summary>
internal static class MovePeriod
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/operational-periods/{id:guid}/begin", Begin).WithName("beginOperationalPeriod")
            .WithSummary("An approved period begins, where it has not begun by itself; the one before it ends.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/operational-periods/{id:guid}/end", End).WithName("endOperationalPeriod").WithSummary("The current period ends before the next begins.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/operational-periods/{id:guid}/cancel", Cancel).WithName("cancelOperationalPeriod").WithSummary("A period that has not begun is not held, for a reason.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
    }

    /// <summary>The events are those of the beginning.</summary>
    private static Task<Results<Ok<OperationalPeriodView>, ProblemHttpResult>> Begin(Guid id, CommandDb db, PeriodClocks clocks, Call call, CancellationToken ct) =>
        DecideAsync(id, db, clocks, call, p => clocks.BeginAsync(p, call.Caller.Agency, call.Now, ct), ct, isSaid: true);

    private static Task<Results<Ok<OperationalPeriodView>, ProblemHttpResult>> End(Guid id, CommandDb db, PeriodClocks clocks, Call call, CancellationToken ct) =>
        DecideAsync(id, db, clocks, call, async p =>
        {
            if (p.End(call.Now) is { } refusal) return refusal;
            await clocks.EndedAsync(p, ct);
            return null;
        }, ct);

    private static Task<Results<Ok<OperationalPeriodView>, ProblemHttpResult>> Cancel(Guid id, CancelPeriod body, CommandDb db, PeriodClocks clocks, Call call, CancellationToken ct) =>
        DecideAsync(id, db, clocks, call, async p =>
        {
            if (p.Cancel(body.Reason, call.Now) is { } refusal) return refusal;
            await clocks.OverAsync(p, call.Caller.Agency, call.Now, ct);
            return null;
        }, ct);

    private static async Task<Results<Ok<OperationalPeriodView>, ProblemHttpResult>> DecideAsync(
        Guid id, CommandDb db, PeriodClocks clocks, Call call, Func<OperationalPeriod, Task<Refusal?>> decide, CancellationToken ct, bool isSaid = false)
    {
        if (await db.OperationalPeriods.FindAsync([id], ct) is not { } period) return Problems.NotFound("operational period", id);
        var (incident, no) = await IncidentAtHand.FindAsync(period.IncidentId, db, call, ct);
        if (incident is null) return no!.Problem();
        if (await db.MayLeadAsync(incident, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(period.Version) is { } stale) return stale.Problem();
        if (await decide(period) is { } refusal) return refusal.Problem();
        if (!isSaid) db.Append(incident.Id, period.Changed(call.Caller.Agency, call.Now));
        await clocks.OweNextAsync(incident, call.Now, ct);
        return TypedResults.Ok(OperationalPeriodView.Of(period));
    }
}
