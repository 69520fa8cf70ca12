using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Plans;

/// <summary>
/// What time does to the plan of an event: it is approved before the event starts, and reviewed after it ends. It is not evaluated every third year nor drilled again and
/// again, as plans are that stay. A package of one's own that is older than these clocks owes nothing by them.
/// </summary>
internal sealed class EventPlanClocks(CommandDb db, JurisdictionPackage package, Clocks clocks, Call call)
{
    public const string Approval = "plan.event-approval", Review = "plan.event-review";

    /// <summary>Its first version is drafted.</summary>
    public void Drafted(Plan plan, KnownEvent of)
    {
        if (Has(Approval) && of.StartsAt > call.Now) clocks.Start(Approval, plan.Id, plan.Id, call.Now, new(plan.Jurisdiction), of.StartsAt);
    }

    public Task ApprovedAsync(Plan plan, CancellationToken ct) => clocks.StopAsync(Approval, plan.Id, call.Now, ct);

    /// <summary>A version is in force: the review is owed from the end of the event.</summary>
    public async Task InForceAsync(Plan plan, KnownEvent of, CancellationToken ct)
    {
        if (Has(Review) && await clocks.FindAsync(Review, plan.Id, ct) is null or { State: ClockState.Cancelled }) await clocks.StartNextAsync(Review, plan.Id, plan.Id, of.EndsAt, new(plan.Jurisdiction), ct);
    }

    public Task ReviewedAsync(Plan plan, CancellationToken ct) => clocks.StopAsync(Review, plan.Id, call.Now, ct);

    /// <summary>The event does not take place.</summary>
    public async Task WithdrawnAsync(Guid notice, CancellationToken ct)
    {
        foreach (var plan in await db.Plans.Where(p => p.EventNoticeId == notice).Select(p => p.Id).ToListAsync(ct)) await CancelAsync(plan, ct);
    }

    public async Task CancelAsync(Guid plan, CancellationToken ct)
    {
        await clocks.CancelAsync(Approval, plan, ct);
        await clocks.CancelAsync(Review, plan, ct);
    }

    private bool Has(string key) => package.ClockKeys.Contains(key);
}
