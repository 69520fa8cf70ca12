using Coordination.Command.Incidents;
using Coordination.Command.Orders;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Periods;

/// <summary>
/// What time does to periods: a plan is owed before its period begins, an approved period begins by itself, and while the incident is Active an approved plan is owed
/// for after it. A package of one's own that is older than a clock owes nothing by it.
/// </summary>
internal sealed class PeriodClocks(CommandDb db, JurisdictionPackage package, Clocks clocks, Call call)
{
    public const string Approval = "period.approval", Start = "period.begin", Next = "period.next";

    /// <summary>Before it begins; one that is planned after the fact has the time of the package.</summary>
    public void Planned(OperationalPeriod period, Incident incident)
    {
        if (Has(Approval)) clocks.Start(Approval, period.Id, incident.Id, call.Now, incident.Scope(), period.From > call.Now ? period.From : null);
    }

    /// <summary>It begins at its time, or at once where that is past.</summary>
    public async Task ApprovedAsync(OperationalPeriod period, Incident incident, CancellationToken ct)
    {
        await clocks.StopAsync(Approval, period.Id, call.Now, ct);
        if (period.From <= call.Now) await BeginAsync(period, period.ApprovedBy!, call.Now, ct);
        else if (Has(Start)) clocks.Start(Start, period.Id, incident.Id, call.Now, incident.Scope(), period.From);
        await OweNextAsync(incident, call.Now, ct);
    }

    /// <summary>The one before it ends.</summary>
    public async Task<Refusal?> BeginAsync(OperationalPeriod period, string agency, DateTimeOffset at, CancellationToken ct)
    {
        var current = (await OfAsync(period.IncidentId, ct)).Find(p => p.State == OperationalPeriodState.Current && p.Id != period.Id);
        if (period.Begin(at, current) is { } refusal) return refusal;
        if (current is not null)
        {
            await OverAsync(current, agency, at, ct);
            db.Append(period.IncidentId, current.Changed(agency, at));
        }
        db.Append(period.IncidentId, period.Changed(agency, at));
        await clocks.CancelAsync(Start, period.Id, ct);
        return null;
    }

    /// <summary>It was ended by hand: the one after it is owed from now, and no longer at its planned end.</summary>
    public async Task EndedAsync(OperationalPeriod period, CancellationToken ct)
    {
        await clocks.CancelAsync(Next, period.Id, ct);
        await OverAsync(period, call.Caller.Agency, call.Now, ct);
    }

    /// <summary>Whatever ends it or takes it back: it owes nothing, and what is still being written for it is given up.</summary>
    public async Task OverAsync(OperationalPeriod period, string agency, DateTimeOffset at, CancellationToken ct)
    {
        await clocks.CancelAsync(Approval, period.Id, ct);
        await clocks.CancelAsync(Start, period.Id, ct);
        foreach (var draft in await db.ActionPlans.Where(p => p.OperationalPeriodId == period.Id && p.State == ActionPlanState.Draft).ToListAsync(ct))
            if (draft.Withdraw(null) is null) db.Append(period.IncidentId, draft.Changed(agency, at));
    }

    /// <summary>The incident moved: nothing is planned for after the response, nothing owed while it is stable, and nothing pursued in an incident that is none.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="ct">Cancellation.</param>
    /// <param name="by">In whose name, where nobody calls.</param>
    /// <param name="isAnew">See <see cref="OweNextAsync"/>.</param>
    public async Task FollowAsync(Incident incident, CancellationToken ct, string? by = null, bool isAnew = false)
    {
        var agency = by ?? call.Caller.Agency;
        var periods = await OfAsync(incident.Id, ct);
        if (periods.Count == 0) return;
        foreach (var period in incident.IsOpen ? [] : periods)
        {
            if ((period.State == OperationalPeriodState.Current ? period.End(call.Now) : period.Cancel(null, call.Now)) is not null) continue;
            await OverAsync(period, agency, call.Now, ct);
            db.Append(incident.Id, period.Changed(agency, call.Now));
        }
        if (incident.State is IncidentState.MergedInto or IncidentState.Unfounded)
            foreach (var open in await db.Objectives.Where(o => o.IncidentId == incident.Id && o.State == ObjectiveState.Open).ToListAsync(ct))
                if (open.Drop(null, agency, call.Now) is null) db.Append(incident.Id, open.Changed(agency, call.Now));
        await OweNextAsync(incident, call.Now, ct, isAnew);
    }

    /// <summary>See <see cref="OwedPeriod"/>; what was owed already is left as it is.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="at">When.</param>
    /// <param name="ct">Cancellation.</param>
    /// <param name="isAnew">True where it is owed again from now though nobody did it in time: its period was ended by hand, or the incident is Active again.</param>
    public async Task OweNextAsync(Incident incident, DateTimeOffset at, CancellationToken ct, bool isAnew = false)
    {
        if (!Has(Next) || OwedPeriod.Of(await OfAsync(incident.Id, ct), incident, at) is not { } owed) return;
        var last = owed.Last;
        if (owed.Before is { } before) await MeetNextAsync(before.Id, last.BegunAt!.Value, ct);
        if (owed.Follows) await MeetNextAsync(last.Id, at, ct);
        else if (!owed.IsOwed) await clocks.CancelAsync(Next, last.Id, ct);
        else if (OwedPeriod.Starts((await clocks.FindAsync(Next, last.Id, ct))?.State, isAnew))
            await clocks.StartNextAsync(Next, last.Id, incident.Id, owed.Due is null ? at : last.BegunAt!.Value, incident.Scope(), ct, owed.Due);
    }

    /// <summary>What follows at last meets the newest clock, and late each that passed before it was owed anew.</summary>
    private async Task MeetNextAsync(Guid period, DateTimeOffset at, CancellationToken ct)
    {
        await clocks.StopAsync(Next, period, at, ct);
        foreach (var passed in await db.Set<Clock>().AsNoTracking().Where(c => c.EntityId == period && c.Key == Next && c.State == ClockState.Breached).Select(c => c.Occurrence).ToListAsync(ct))
            await clocks.StopAsync(Next, period, at, ct, passed);
    }

    private bool Has(string key) => package.ClockKeys.Contains(key);

    private Task<List<OperationalPeriod>> OfAsync(Guid incident, CancellationToken ct) => db.OperationalPeriods.Where(p => p.IncidentId == incident).ToListAsync(ct);
}

/// <summary>
/// The time of an approved period has come: it begins, at that time and not when a machine got round to it. After the response, which a build that knows no periods may have
/// ended, it is given up.
/// </summary>
internal sealed class OnPeriodBegins(CommandDb db, PeriodClocks clocks) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.OperationalPeriods.FindAsync([clock.EntityId], ct) is not { } period || await db.Incidents.FindAsync([period.IncidentId], ct) is not { } incident) return;
        if (!incident.IsOpen) await clocks.FollowAsync(incident, ct, period.ApprovedBy);
        else if (await clocks.BeginAsync(period, period.ApprovedBy!, clock.DueAt, ct) is null) await clocks.OweNextAsync(incident, clock.DueAt, ct);
    }
}
