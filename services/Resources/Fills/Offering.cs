using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agreements;
using Coordination.Resources.Asks;

namespace Coordination.Resources.Fills;

/// <summary>What a supplier puts on the table.</summary>
internal sealed record OfferTerms(
    int Quantity, RmResponse Response, FillReason? Reason = null, Guid? UnitId = null, long? PriceMinor = null, string? Currency = null,
    DateTimeOffset? AvailableUntil = null, DateTimeOffset? ValidUntil = null);

/// <summary>Opens a fill in the supplier's book: lease, clock, event for the requester. A provisional offer leases nothing until it is made firm.</summary>
internal sealed class Offering(ResourcesDb db, Call call, Backing backing, FillClocks clocks, AgreementBook agreements)
{
    public async Task<(Fill? Fill, Refusal? Refusal)> AnswerAsync(Ask ask, OfferTerms terms, FillState state, CancellationToken ct)
    {
        if (state != FillState.Declined && ask.Answer(terms.Quantity) is { } no) return (null, no);
        if (state == FillState.Declined && ask.Decline() is { } late) return (null, late);
        var message = state == FillState.Committed ? RmMessage.CommitResource
            : ask.Message == RmMessage.RequestQuote ? RmMessage.ResponseToRequestQuote : RmMessage.ResponseToRequestResource;
        var term = await agreements.TermAsync(ask.Agency, ask.AgreementId, ask.Agency, ask.FromAgency, ask.TypeCode, terms.Quantity, call.Now, ct);
        var (fill, refusal) = await OpenAsync(new(Guid.CreateVersion7(), ask.Id, ask.RequestId, ask.LineId, ask.IncidentId, ask.FromAgency, ask.Agency, message,
            terms.Response, terms.Reason, ask.TypeCode, terms.Quantity, ask.UnitOfMeasure, terms.UnitId, terms.PriceMinor, terms.Currency,
            terms.AvailableUntil, null, state, call.Now, term is null ? null : ask.AgreementId), terms.ValidUntil, ct);
        fill?.Agree(term);
        return (fill, refusal);
    }

    public async Task<(Fill? Fill, Refusal? Refusal)> OpenAsync(ResourcesOffered e, DateTimeOffset? validUntil, CancellationToken ct)
    {
        if (validUntil <= call.Now) return (null, Refusal.Invalid("/validUntil", "in-past", "An offer must be valid beyond now."));
        if (e.AvailableUntil <= call.Now) return (null, Refusal.Invalid("/availableUntil", "in-past", "It must be available beyond now."));
        if (e.Response == RmResponse.Provisional && e.Reason is null) return (null, Refusal.Invalid("/reason", "reason-required", "A provisional answer needs a reason."));
        var lease = Lease.None;
        if (e.Response == RmResponse.Accept)
        {
            (lease, var refusal) = await backing.LeaseAsync(e.FillId, e.IncidentId, e.SupplierAgency, e.TypeCode, e.UnitId, e.Quantity, ct);
            if (refusal is not null) return (null, refusal);
        }
        e = e with { LeaseEpoch = lease.Epoch };
        var fill = Fill.Open(e, FillSide.Supplier, call.Exercise);
        fill.Back(lease.Picks);
        db.Add(fill);
        if (e.State == FillState.Offered) e = e with { ValidUntil = fill.Hold(await clocks.HoldAsync(fill.FillId, fill.Subject, call.Now, validUntil, ct)) };
        db.Append(fill.Subject, e);
        if (e.State != FillState.Committed) return (fill, null);
        clocks.Committed(fill, call.Now);
        return (fill, await backing.FollowAsync(fill, FillState.Ordered, call.Now, ct));
    }

    /// <summary>Backs a fill anew with another quantity.</summary>
    public async Task<Refusal?> LeaseAgainAsync(Fill fill, int quantity, CancellationToken ct)
    {
        if (fill.AskId is { } id && await db.Asks.FindAsync([id], ct) is { } ask && ask.Offered - fill.Quantity + quantity > ask.Quantity)
            return Refusal.Invalid("/quantity", "more-than-asked", $"Asked for {ask.Quantity}.");
        if (fill.UnitId is { } unit) return (await db.Units.FindAsync([unit], ct))!.Strength < quantity ? Refusal.Invalid("/quantity", "more-than-strength", "The unit brings fewer.") : null;
        if (fill.Response != RmResponse.Accept) return null;
        await backing.ReleaseAsync(fill, call.Now, ct);
        return (await LeaseAsync(fill, quantity, ct)).Refusal;
    }

    /// <summary>Leases what stands behind a fill. Gives the number of the lease, where it is a unit's.</summary>
    public async Task<(int? Epoch, Refusal? Refusal)> LeaseAsync(Fill fill, int quantity, CancellationToken ct)
    {
        var (lease, refusal) = await backing.LeaseAsync(fill.FillId, fill.IncidentId, fill.Agency, fill.TypeCode, fill.UnitId, quantity, ct);
        if (refusal is null) fill.Back(lease.Picks);
        return (lease.Epoch, refusal);
    }

    public Task<DateTimeOffset> HoldAgainAsync(Fill fill, DateTimeOffset? validUntil, CancellationToken ct) =>
        clocks.HoldAsync(fill.FillId, fill.Subject, call.Now, validUntil, ct);
}
