using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Agreements;

/// <summary>
/// An agreement on mutual aid, as one of its two parties keeps it: who lends what to whom, on what terms, from when to when. Who proposes it has signed it; it is in
/// force when the other signs. Of two steps that cross, the one that ends more stands in both books.
/// </summary>
internal sealed class Agreement
{
    public static readonly Lifecycle<AidAgreementState> Life = new(
        (AidAgreementState.Proposed, [AidAgreementState.InForce, AidAgreementState.Declined, AidAgreementState.Withdrawn]),
        (AidAgreementState.InForce, [AidAgreementState.Ended]));

    private Agreement() { }

    /// <summary>Row of this book; <see cref="AgreementId"/> is the agreement that both parties mean.</summary>
    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid AgreementId { get; private set; }
    /// <summary>Whose book this is.</summary>
    public string Agency { get; private set; } = "";
    public string LenderAgency { get; private set; } = "";
    public string BorrowerAgency { get; private set; } = "";
    public string ProposerAgency { get; private set; } = "";
    public AidAgreementState State { get; private set; }
    /// <summary>When several agreements could help, the lowest is asked first.</summary>
    public int CallOrder { get; private set; }
    public List<AidTerm> Terms { get; private set; } = [];
    public DateTimeOffset ValidFrom { get; private set; }
    public DateTimeOffset ValidUntil { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public string OtherAgency => Agency == LenderAgency ? BorrowerAgency : LenderAgency;

    /// <summary>One party's book of what was proposed.</summary>
    public static Agreement Open(AidAgreementMoved e, string agency, Guid? exercise) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = exercise,
        AgreementId = e.AgreementId,
        Agency = agency,
        LenderAgency = e.LenderAgency,
        BorrowerAgency = e.BorrowerAgency,
        ProposerAgency = e.ByAgency,
        CallOrder = e.CallOrder,
        Terms = [.. e.Terms],
        ValidFrom = e.ValidFrom,
        ValidUntil = e.ValidUntil,
        ProposedAt = e.OccurredAt,
        ChangedAt = e.OccurredAt,
    };

    /// <summary>This book's agency signs, declines, withdraws or ends it.</summary>
    public Refusal? Take(AidAgreementState to, DateTimeOffset at)
    {
        var isProposer = Agency == ProposerAgency;
        if (to is AidAgreementState.InForce or AidAgreementState.Declined && isProposer) return Refusal.Forbidden("wrong-party", "The other party signs or declines what was proposed.");
        if (to == AidAgreementState.Withdrawn && !isProposer) return Refusal.Forbidden("wrong-party", "Only who proposed it withdraws it.");
        if (to == AidAgreementState.InForce && ValidUntil <= at) return new Refusal("agreement-over", "Its time is over.");
        if (Life.Refuse(State, to) is { } no) return no;
        Become(to, at);
        return null;
    }

    /// <summary>Hears of the other party's step, where it is one that party may take; what ends more stands, in whatever order steps are heard.</summary>
    public void Hear(string by, AidAgreementState theirs, DateTimeOffset at)
    {
        if (by != OtherAgency || theirs <= State) return;
        if (theirs is AidAgreementState.InForce or AidAgreementState.Declined && by == ProposerAgency) return;
        if (theirs == AidAgreementState.Withdrawn && by != ProposerAgency) return;
        // Nothing ends that this party never signed.
        if (theirs == AidAgreementState.Ended && State == AidAgreementState.Proposed && by == ProposerAgency) return;
        Become(theirs, at);
    }

    /// <summary>Null when an ask may name it: of its borrower to its lender, for so many of a type that it lends, while it holds.</summary>
    public Refusal? Covers(string lender, string type, int quantity, DateTimeOffset at)
    {
        if (Agency != BorrowerAgency || lender != LenderAgency) return Refusal.Invalid("/agreementId", "other-agreement", "The agreement is not one by which that agency lends to this one.");
        if (!Holds(at)) return Refusal.Invalid("/agreementId", "agreement-not-in-force", "The agreement is not in force.");
        return TermOf(type) is { } term && quantity <= term.Quantity ? null : Refusal.Invalid("/agreementId", "not-agreed", "The agreement lends no such type, or not as many.");
    }

    /// <summary>What it says of so many of a type between the two; null where it does not hold, or does not lend as many.</summary>
    public AidTerm? Lends(string lender, string borrower, string type, int quantity, DateTimeOffset at) =>
        (lender, borrower) == (LenderAgency, BorrowerAgency) && Holds(at) && TermOf(type) is { } term && quantity <= term.Quantity
            ? term : null;

    public AidTerm? TermOf(string type) => Terms.Find(t => t.TypeCode == type);

    private bool Holds(DateTimeOffset at) => State == AidAgreementState.InForce && at >= ValidFrom && at < ValidUntil;

    private void Become(AidAgreementState to, DateTimeOffset at)
    {
        (State, ChangedAt) = (to, at);
        Version++;
    }
}
