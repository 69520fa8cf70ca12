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
    private static readonly TimeSpan ConfirmationWindow = TimeSpan.FromDays(30);

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
    public bool WasConfirmed { get; private set; }

    public static (Agreement?, Refusal?) Write(Case @case, DraftAgreement request, byte[] terms, DateTimeOffset now)
    {
        if (@case.State != CaseState.InSession) return (null, new Refusal("not-in-session", "An agreement grows out of a session."));
        if (request.Instalments.Any(i => i.DueAt <= now)) return (null, Refusal.Invalid("/instalments", "due-in-past", "An instalment is due after now."));
        return (new Agreement
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = @case.ExerciseId,
            CaseId = @case.Id,
            State = AgreementState.Draft,
            Terms = terms,
            IsOral = request.IsOral,
            Instalments = [.. request.Instalments.Select((i, n) => new Instalment(Guid.CreateVersion7(), n + 1, i.DueAt, i.AmountMinor, InstalmentState.Due, null))],
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

    public Refusal? OfferConfirmation() => Move(AgreementState.ConfirmationOffered);

    /// <summary>The parties apply together within 30 days of effect (人民调解法 Art. 33); those who do not, lose nothing.</summary>
    public Refusal? Apply(IReadOnlyList<Guid> applicants, DateTimeOffset at)
    {
        if (at > EffectiveAt + ConfirmationWindow) return new Refusal("confirmation-window", "The parties apply within 30 days of effect.");
        if (applicants.Any(a => !Signatures.Contains(a))) return Refusal.Invalid("/partyIds", "party", "Only parties that signed apply.");
        if (Move(AgreementState.Applied) is { } no) return no;
        ConfirmationApplicants = [.. applicants.Distinct()];
        return null;
    }

    public Refusal? Decide(bool confirmed)
    {
        if (Move(confirmed ? AgreementState.Confirmed : AgreementState.NotConfirmed) is { } no) return no;
        WasConfirmed = confirmed;
        return null;
    }

    public Refusal? BeginPerformance() => Move(AgreementState.Performing);

    public Refusal? Pay(int number, DateTimeOffset at)
    {
        if (State != AgreementState.Performing) return new Refusal("not-performing", "The agreement is not being performed.");
        if (Instalments.Find(i => i.Number == number) is not { State: InstalmentState.Due } due) return Refusal.Invalid("/number", "instalment", "There is no such instalment due.");
        Instalments = [.. Instalments.Select(i => i == due ? i with { State = InstalmentState.Paid, PaidAt = at } : i)];
        Version++;
        return null;
    }

    public Refusal? Perform() => Instalments.Exists(i => i.State != InstalmentState.Paid)
        ? new Refusal("instalment-open", "An instalment is still open.")
        : Move(AgreementState.Performed);

    /// <summary>An instalment was missed: the agreement is broken, and the parties are owed a rights notice.</summary>
    public Refusal? Miss(Guid instalment)
    {
        if (Instalments.Find(i => i.Id == instalment) is not { State: InstalmentState.Due } due) return new Refusal("instalment", "There is no such instalment due.");
        if (Move(AgreementState.Breached) is { } no) return no;
        Instalments = [.. Instalments.Select(i => i == due ? i with { State = InstalmentState.Missed } : i)];
        return null;
    }

    public Refusal? NotifyRights() => Move(AgreementState.RightsNotified);

    private Refusal? Move(AgreementState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>A part of what is owed. Amounts in minor units of the currency.</summary>
public sealed record Instalment(Guid Id, int Number, DateTimeOffset DueAt, long AmountMinor, InstalmentState State, DateTimeOffset? PaidAt);

/// <summary>States of an instalment.</summary>
public enum InstalmentState
{
    /// <summary>Owed.</summary>
    Due,
    /// <summary>Paid.</summary>
    Paid,
    /// <summary>Not paid in time.</summary>
    Missed,
}
