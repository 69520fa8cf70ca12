using Coordination.Mediation.Cases;
using Coordination.Platform;

namespace Coordination.Mediation.Agreements;

/// <summary>States of an agreement (domain.md C5).</summary>
public enum AgreementState
{
    /// <summary>Being written.</summary>
    Draft,
    /// <summary>Every party that takes part signed, or agreed orally on record.</summary>
    PartiesSigned,
    /// <summary>In effect.</summary>
    Effective,
    /// <summary>Judicial confirmation was offered.</summary>
    ConfirmationOffered,
    /// <summary>The parties applied for it together.</summary>
    Applied,
    /// <summary>Confirmed by the court.</summary>
    Confirmed,
    /// <summary>Not confirmed.</summary>
    NotConfirmed,
    /// <summary>Being performed.</summary>
    Performing,
    /// <summary>Performed.</summary>
    Performed,
    /// <summary>Not performed.</summary>
    Breached,
    /// <summary>The parties were told what is open to them.</summary>
    RightsNotified,
}

/// <summary>What the parties agreed, its signatures, its instalments.</summary>
internal sealed class Agreement
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<AgreementState> Life = new(
        (AgreementState.Draft, [AgreementState.PartiesSigned]),
        (AgreementState.PartiesSigned, [AgreementState.Effective]),
        (AgreementState.Effective, [AgreementState.ConfirmationOffered, AgreementState.Performing]),
        (AgreementState.ConfirmationOffered, [AgreementState.Applied, AgreementState.Performing]),
        (AgreementState.Applied, [AgreementState.Confirmed, AgreementState.NotConfirmed]),
        (AgreementState.Confirmed, [AgreementState.Performing]),
        (AgreementState.NotConfirmed, [AgreementState.Performing]),
        (AgreementState.Performing, [AgreementState.Performed, AgreementState.Breached]),
        (AgreementState.Breached, [AgreementState.RightsNotified]));

    private Agreement() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid CaseId { get; private set; }
    public AgreementState State { get; private set; }
    public byte[] Terms { get; private set; } = [];
    public bool IsOral { get; private set; }
    public List<Guid> Signatures { get; private set; } = [];
    public List<Guid> ConfirmationApplicants { get; private set; } = [];
    public List<Instalment> Instalments { get; private set; } = [];
    public DateTimeOffset? EffectiveAt { get; private set; }
    /// <summary>End of the window in which the parties may apply together for confirmation.</summary>
    public DateTimeOffset? ConfirmationUntil { get; private set; }
    public DateTimeOffset? CourtAcceptedAt { get; private set; }
    public bool WasConfirmed { get; private set; }
    public List<RightsPath> RightsNotice { get; private set; } = [];
    /// <summary>When what had been missed was performed after all.</summary>
    public DateTimeOffset? PerformedLateAt { get; private set; }

    public static (Agreement?, Refusal?) Write(Case @case, DraftAgreement request, byte[] terms, DateTimeOffset now)
    {
        if (@case.State != CaseState.InSession) return (null, new Refusal("not-in-session", "An agreement grows out of a session."));
        if (request.Instalments.Any(i => (i.Kind == ObligationKind.Payment) != i.AmountMinor.HasValue))
            return (null, Refusal.Invalid("/instalments", "amount", "A payment names its amount, and nothing else does."));
        if (request.Instalments.Any(i => i.DueAt <= now)) return (null, Refusal.Invalid("/instalments", "due-in-past", "An instalment is due after now."));
        return (new Agreement
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = @case.ExerciseId,
            CaseId = @case.Id,
            State = AgreementState.Draft,
            Terms = terms,
            IsOral = request.IsOral,
            Instalments = [.. request.Instalments.Select((i, n) => new Instalment(Guid.CreateVersion7(), n + 1, i.Kind, i.DueAt, i.AmountMinor, InstalmentState.Due, null))],
        }, null);
    }

    /// <summary>Parties sign, or say yes on record to an oral agreement. Once all who take part have, it can take effect.</summary>
    public Refusal? Sign(IReadOnlyList<Guid> signing, IReadOnlyCollection<Party> parties)
    {
        if (State != AgreementState.Draft) return Life.Refuse(State, AgreementState.PartiesSigned);
        var taking = parties.Where(p => p.Consent == PartyConsent.Given).Select(p => p.Id).ToHashSet();
        if (signing.Any(s => !taking.Contains(s))) return Refusal.Invalid("/partyIds", "party", "Only parties that take part sign.");
        Signatures = [.. Signatures.Union(signing)];
        Version++;
        if (taking.All(Signatures.Contains)) State = AgreementState.PartiesSigned;
        return null;
    }

    /// <summary>The mediator signs and seals (人民调解法 Art. 29): it binds.</summary>
    public Refusal? TakeEffect(DateTimeOffset at)
    {
        if (Move(AgreementState.Effective) is { } no) return no;
        EffectiveAt = at;
        return null;
    }

    /// <summary>The parties are told that a court may confirm it, and until when they may ask.</summary>
    public Refusal? OfferConfirmation(DateTimeOffset until)
    {
        if (Move(AgreementState.ConfirmationOffered) is { } no) return no;
        ConfirmationUntil = until;
        return null;
    }

    /// <summary>
    /// The parties apply together within the window (人民调解法 Art. 33): the application stands once both sides have joined it.
    /// Those who do not apply lose nothing.
    /// </summary>
    public Refusal? Apply(IReadOnlyList<Guid> applicants, IReadOnlyCollection<Party> parties, DateTimeOffset at)
    {
        if (Life.Refuse(State, AgreementState.Applied) is { } no) return no;
        if (at > ConfirmationUntil) return new Refusal("confirmation-window", "The time to apply for confirmation is over.");
        if (applicants.Any(a => !Signatures.Contains(a))) return Refusal.Invalid("/partyIds", "party", "Only parties that signed apply.");
        ConfirmationApplicants = [.. ConfirmationApplicants.Union(applicants)];
        if (parties.Where(p => ConfirmationApplicants.Contains(p.Id)).Select(p => p.Side).Distinct().Count() == 2) return Move(AgreementState.Applied);
        Version++;
        return null;
    }

    /// <summary>The court took the application on; for information.</summary>
    public Refusal? NoteCourtAccepted(DateTimeOffset at)
    {
        if (State != AgreementState.Applied || CourtAcceptedAt is not null) return new Refusal("not-applied", "No application waits at a court.");
        CourtAcceptedAt = at;
        Version++;
        return null;
    }

    public Refusal? Decide(bool confirmed)
    {
        if (Move(confirmed ? AgreementState.Confirmed : AgreementState.NotConfirmed) is { } no) return no;
        WasConfirmed = confirmed;
        return null;
    }

    public Refusal? BeginPerformance() => Move(AgreementState.Performing);

    /// <summary>A part was performed: in time, or after all once it had been missed.</summary>
    public Refusal? Fulfil(int number, DateTimeOffset at)
    {
        if (State is not (AgreementState.Performing or AgreementState.Breached or AgreementState.RightsNotified)) return new Refusal("not-performing", "The agreement is not being performed.");
        if (Instalments.Find(i => i.Number == number) is not { State: InstalmentState.Due or InstalmentState.Missed } open)
            return Refusal.Invalid("/number", "instalment", "There is no such part still open.");
        var to = open.State == InstalmentState.Missed ? InstalmentState.FulfilledLate : InstalmentState.Fulfilled;
        Instalments = [.. Instalments.Select(i => i == open ? i with { State = to, FulfilledAt = at } : i)];
        if (State != AgreementState.Performing && !HasOpen) PerformedLateAt = at;
        Version++;
        return null;
    }

    public bool HasOpen => Instalments.Exists(i => i.State is InstalmentState.Due or InstalmentState.Missed);

    public Refusal? Perform() => HasOpen
        ? new Refusal("instalment-open", "A part is still open.")
        : Move(AgreementState.Performed);

    /// <summary>A part was missed: the agreement is broken, and the parties are owed a rights notice.</summary>
    public Refusal? Miss(Guid instalment)
    {
        if (Instalments.Find(i => i.Id == instalment) is not { State: InstalmentState.Due } due) return new Refusal("instalment", "There is no such part due.");
        if (State is not (AgreementState.Performing or AgreementState.Breached or AgreementState.RightsNotified)) return Life.Refuse(State, AgreementState.Breached);
        if (State == AgreementState.Performing) State = AgreementState.Breached;
        Instalments = [.. Instalments.Select(i => i == due ? i with { State = InstalmentState.Missed } : i)];
        Version++;
        return null;
    }

    /// <summary>Broken in another way than by a missed part, as the parties see it.</summary>
    public Refusal? Breach() => Move(AgreementState.Breached);

    /// <summary>After a breach: enforcement if a court confirmed it, else court; for wages a payment order as well.</summary>
    public Refusal? NotifyRights(bool isLabour)
    {
        if (Move(AgreementState.RightsNotified) is { } no) return no;
        RightsNotice = [RightsPath.Court];
        if (WasConfirmed) RightsNotice = [.. RightsNotice, RightsPath.Enforcement];
        if (isLabour) RightsNotice = [.. RightsNotice, RightsPath.PaymentOrder];
        return null;
    }

    public void DestroyWords()
    {
        Terms = [];
        Version++;
    }

    private Refusal? Move(AgreementState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
