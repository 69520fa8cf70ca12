using Coordination.Command.Orders;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Command.Periods;

/// <summary>What whoever leads an incident decides on one of its periods, and what is owed after it.</summary>
internal static class PeriodDecision
{
    public static async Task<Results<Ok<OperationalPeriodView>, ProblemHttpResult>> TakeAsync(
        Guid id, CommandDb db, PeriodClocks clocks, Call call, Func<OperationalPeriod, Task<Refusal?>> decide, CancellationToken ct, bool isSaid = false, bool isAnew = false)
    {
        if (await db.OperationalPeriods.FindAsync([id], ct) is not { } period) return Problems.NotFound("operational period", id);
        var (incident, no) = await IncidentAtHand.LedAsync(period.IncidentId, db, call, ct, period.Version);
        if (incident is null) return no!.Problem();
        if (await decide(period) is { } refusal) return refusal.Problem();
        if (!isSaid) db.Append(incident.Id, period.Changed(call.Caller.Agency, call.Now));
        await clocks.OweNextAsync(incident, call.Now, ct, isAnew);
        return TypedResults.Ok(OperationalPeriodView.Of(period));
    }
}
