using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Fills;

/// <summary>The lease of an offer ran out before it was ordered: the offer lapses, and what stood behind it is free.</summary>
internal sealed class OnLeaseExpired(ResourcesDb db, FillBook book) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.SupplierFillAsync(clock, ct) is { } fill && FillRules.Allows(FillStep.Lapse, fill.State))
            await book.TakeAsync(fill, new(FillStep.Lapse, FillSide.Supplier, clock.DueAt, Reason: FillReason.LeaseExpired), ct);
    }
}

/// <summary>Nothing was heard of a deployed fill: it is shown as stale, and said.</summary>
internal sealed class OnFillSilent(ResourcesDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.SupplierFillAsync(clock, ct) is not { } fill) return;
        var since = fill.HeardAt;
        if (fill.GoStale() is null) db.Append(fill.Subject, new FillWentStale(fill.FillId, fill.IncidentId, fill.SupplierAgency, fill.RequesterAgency, since));
    }
}

/// <summary>The expected arrival passed without a check-in.</summary>
internal sealed class OnArrivalOverdue(ResourcesDb db) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.SupplierFillAsync(clock, ct) is { ArrivedAt: null } fill)
            db.Append(fill.Subject, new EtaDrifted(
                fill.FillId, fill.IncidentId, fill.SupplierAgency, fill.RequesterAgency, fill.PromisedAt ?? clock.DueAt, fill.Eta ?? clock.DueAt));
    }
}

/// <summary>The requester's book shows the same overlay.</summary>
internal sealed class OnFillWentStale(FillBook book, ServiceInstance instance) : IHandle<FillWentStale>
{
    public async Task HandleAsync(FillWentStale e, EventContext context, CancellationToken ct)
    {
        if (!instance.Serves(e.RequesterAgency) || !context.SpeaksFor(e.SupplierAgency)) return;
        if (await book.FindAsync(e.RequesterAgency, FillSide.Requester, e.FillId, ct) is { } fill && fill.SupplierAgency == e.SupplierAgency) fill.GoStale();
    }
}

internal static class FillLookup
{
    /// <summary>The supplier's book of the fill that owes the duty.</summary>
    public static Task<Fill?> SupplierFillAsync(this ResourcesDb db, Clock clock, CancellationToken ct) =>
        db.Fills.FirstOrDefaultAsync(f => f.FillId == clock.EntityId && f.Side == FillSide.Supplier, ct);
}
