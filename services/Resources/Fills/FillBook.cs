using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Asks;
using Coordination.Resources.Positions;
using Coordination.Resources.Requests;
using Coordination.Resources.Types;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Fills;

/// <summary>Takes a party's step in its book: the fill, what stands behind it or the line before it, the clocks, and the event for the other party.</summary>
internal sealed class FillBook(ResourcesDb db, Call call, Backing backing, FillClocks clocks, RequestBook requests, PositionBook positions, ResourceCatalogue catalogue)
{
    public Task<Fill?> FindAsync(string agency, FillSide side, Guid fill, CancellationToken ct) =>
        db.Fills.FirstOrDefaultAsync(f => f.FillId == fill && f.Side == side && f.Agency == agency && f.ExerciseId == call.Exercise, ct);

    /// <summary>The whole use case of a plain step.</summary>
    public async Task<Results<Ok<FillView>, ProblemHttpResult>> MoveAsync(string agency, FillSide side, Guid id, FillMove move, CancellationToken ct)
    {
        if (await FindAsync(agency, side, id, ct) is not { } fill) return Problems.NotFound("fill", id);
        if (call.Stale(fill.Version) is { } stale) return stale.Problem();
        return await TakeAsync(fill, move, ct) is { } refusal ? refusal.Problem() : TypedResults.Ok(FillView.Of(fill));
    }

    /// <summary>Takes the step, with all that follows from it; or refuses, and the caller must save nothing.</summary>
    public async Task<Refusal?> TakeAsync(Fill fill, FillMove move, CancellationToken ct)
    {
        if (move.Step == FillStep.Order && await requests.FitsAsync(fill, move.Quantity ?? fill.Quantity, ct) is { } full) return full;
        if (move.Step is FillStep.Commit or FillStep.Mobilize && FillRules.Allows(move.Step, fill.State) && await backing.HoldsAsync(fill, ct) is { } lost) return lost;
        var (before, quantity, eta) = (fill.State, fill.Quantity, fill.Eta);
        if (fill.Take(move) is { } refusal) return refusal;
        if (await FollowAsync(fill, move, before, quantity, ct) is { } no) return no;
        Append(fill, move, isCorrection: false);
        if (fill.Eta != eta && fill.Eta - fill.PromisedAt > TimeSpan.FromMinutes(catalogue.Settings.EtaDriftMinutes))
            db.Append(fill.Subject, new EtaDrifted(fill.FillId, fill.IncidentId, fill.SupplierAgency, fill.RequesterAgency, fill.PromisedAt!.Value, fill.Eta!.Value));
        return null;
    }

    /// <summary>Hears the other party's step.</summary>
    public async Task HearAsync(Fill fill, FillMoved e, CancellationToken ct)
    {
        var move = fill.Heard(e);
        var (before, quantity) = (fill.State, fill.Quantity);
        fill.Serves(e.RequestId, e.LineId);
        if (fill.Side == FillSide.Requester) fill.HearSupplier(move, e.State, e.Asks, e.Answers, e.IsCorrection);
        var mustCorrect = fill.Side == FillSide.Supplier && fill.HearRequester(move, e.State, e.Asks);
        if (await FollowAsync(fill, move, before, quantity, ct) is { } no) throw new InvalidOperationException($"A heard step was refused: {no.Rule}");
        if (mustCorrect) Append(fill, new(move.Step, FillSide.Supplier, move.At, fill.Quantity), isCorrection: true);
        if (fill.Side == FillSide.Requester && e.Step == FillStep.Commit) await RefuseExcessAsync(fill, ct);
    }

    /// <summary>A commitment beyond what the line needs is called back at once, unless someone signed for it.</summary>
    public async Task RefuseExcessAsync(Fill fill, CancellationToken ct)
    {
        if (fill.State == FillState.Committed && await requests.IsExcessAsync(fill, ct))
            await TakeAsync(fill, new(FillStep.Cancel, FillSide.Requester, call.Now > fill.OfferedAt ? call.Now : fill.OfferedAt, Reason: FillReason.OverCommitted), ct);
    }

    private async Task<Refusal?> FollowAsync(Fill fill, FillMove move, FillState before, int quantity, CancellationToken ct)
    {
        if (fill.Side == FillSide.Requester)
        {
            await requests.CountAsync(fill, move.At, ct);
            return null;
        }
        if (await backing.FollowAsync(fill, before, move.At, ct) is { } no) return no;
        if (fill.Quantity < quantity && fill.State == FillState.Ordered) await backing.TrimAsync(fill, move.At, ct);
        await clocks.FollowAsync(fill, move, before, ct);
        await positions.FollowAsync(fill, before, move.At, ct);
        var lost = before != fill.State && FillRules.IsDead(fill.State) ? quantity : quantity - fill.Quantity;
        if (fill.AskId is { } id && await db.Asks.FindAsync([id], ct) is { } ask) ask.TakeBack(lost);
        return null;
    }

    private void Append(Fill fill, FillMove move, bool isCorrection) => db.Append(fill.Subject, new FillMoved(
        fill.FillId, fill.RequestId, fill.LineId, fill.IncidentId, fill.RequesterAgency, fill.SupplierAgency, move.Step, move.By,
        FillRules.Of(move.Step).Message, move.MessageId, fill.State, fill.Asks, fill.Answers,
        move.Step == FillStep.Counter && !isCorrection ? move.Quantity!.Value : fill.Quantity, move.At, move.Eta, move.Until, move.AmountMinor, move.Currency, move.Reason, fill.UnitId, isCorrection, move.LeaseEpoch));
}
