using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Agreements;

/// <summary>A party's step on an agreement, and the event by which the other party hears of it.</summary>
internal sealed class AgreementBook(ResourcesDb db, Call call)
{
    public Task<Agreement?> FindAsync(string agency, Guid id, CancellationToken ct) =>
        db.Agreements.FirstOrDefaultAsync(a => a.AgreementId == id && a.Agency == agency && a.ExerciseId == call.Exercise, ct);

    /// <summary>What an agreement, as this agency's own book has it, says of so many of a type; fills that stand under it already count.</summary>
    public async Task<AidTerm?> TermAsync(string agency, Guid? id, string lender, string borrower, string type, int quantity, DateTimeOffset at, CancellationToken ct)
    {
        if (id is null || await FindAsync(agency, id.Value, ct) is not { } agreement) return null;
        var lent = (await db.Fills.AsNoTracking().Where(f => f.Agency == agency && f.AgreementId == id && f.TypeCode == type).Select(f => new { f.State, f.Quantity }).ToListAsync(ct))
            .Where(f => f.State < FillState.Returned).Sum(f => f.Quantity);
        return agreement.Lends(lender, borrower, type, quantity + lent, at);
    }

    /// <summary>Those by which others lend the type to the agency now, in the order in which they are asked.</summary>
    public async Task<IReadOnlyList<Agreement>> LendersAsync(string agency, string type, CancellationToken ct) =>
        [.. (await db.Agreements.Where(a => a.BorrowerAgency == agency && a.Agency == agency && a.ExerciseId == call.Exercise && a.State == AidAgreementState.InForce).ToListAsync(ct))
            .Where(a => a.Covers(a.LenderAgency, type, 1, call.Now) is null).OrderBy(a => a.CallOrder).ThenBy(a => a.ProposedAt).ThenBy(a => a.AgreementId)];

    public async Task<Results<Ok<AgreementView>, ProblemHttpResult>> TakeAsync(string agency, Guid id, AidAgreementState to, CancellationToken ct)
    {
        if (await FindAsync(agency, id, ct) is not { } agreement) return Problems.NotFound("agreement", id);
        if (call.Stale(agreement.Version) is { } stale) return stale.Problem();
        if (agreement.Take(to, call.Now) is { } refusal) return refusal.Problem();
        Say(agreement);
        return TypedResults.Ok(AgreementView.Of(agreement));
    }

    public void Say(Agreement a) => db.Append(a.AgreementId, new AidAgreementMoved(
        a.AgreementId, a.LenderAgency, a.BorrowerAgency, a.Agency, a.State, a.CallOrder, a.Terms, a.ValidFrom, a.ValidUntil, a.ChangedAt));
}
