using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Mediation.Cases;

/// <summary>States of a case (domain.md C5).</summary>
public enum CaseState
{
    /// <summary>An application came in.</summary>
    Received,
    /// <summary>It can be mediated, and the parties know their rights.</summary>
    Screened,
    /// <summary>The others are asked.</summary>
    ConsentPending,
    /// <summary>Taken on.</summary>
    Accepted,
    /// <summary>A mediator is agreed on.</summary>
    MediatorAppointed,
    /// <summary>Talks.</summary>
    InSession,
    /// <summary>Waits for an appraisal.</summary>
    Suspended,
    /// <summary>They agree.</summary>
    AgreementReached,
    /// <summary>The agreement is being performed.</summary>
    Performing,
    /// <summary>It was performed.</summary>
    Performed,
    /// <summary>It was not.</summary>
    Breached,
    /// <summary>Another procedure has it.</summary>
    ReferredOut,
    /// <summary>Not taken on.</summary>
    Declined,
    /// <summary>Taken back: nobody stays against their will.</summary>
    Withdrawn,
    /// <summary>No agreement.</summary>
    NoAgreement,
    /// <summary>Everyone was told what else is open to them.</summary>
    RightsNotified,
    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>
/// A dispute in mediation: voluntary, free and confidential (人民调解法). It knows no fee and no pressure: whoever refuses is told their rights and not
/// asked again, and every end without agreement passes through a rights notice.
/// </summary>
internal sealed class Case
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<CaseState> Life = new(
        (CaseState.Received, [CaseState.Screened, CaseState.ReferredOut, CaseState.Declined, CaseState.Withdrawn]),
        (CaseState.Screened, [CaseState.ConsentPending, CaseState.ReferredOut, CaseState.Declined, CaseState.Withdrawn]),
        (CaseState.ConsentPending, [CaseState.Accepted, CaseState.ReferredOut, CaseState.Declined, CaseState.Withdrawn]),
        (CaseState.Accepted, [CaseState.MediatorAppointed, CaseState.ReferredOut, CaseState.Withdrawn, CaseState.NoAgreement]),
        (CaseState.MediatorAppointed, [CaseState.InSession, CaseState.ReferredOut, CaseState.Withdrawn, CaseState.NoAgreement]),
        (CaseState.InSession, [CaseState.AgreementReached, CaseState.Suspended, CaseState.ReferredOut, CaseState.Withdrawn, CaseState.NoAgreement]),
        (CaseState.Suspended, [CaseState.InSession, CaseState.ReferredOut, CaseState.Withdrawn, CaseState.NoAgreement]),
        (CaseState.AgreementReached, [CaseState.Performing]),
        (CaseState.Performing, [CaseState.Performed, CaseState.Breached]),
        (CaseState.Performed, [CaseState.Closed]),
        (CaseState.Breached, [CaseState.RightsNotified]),
        (CaseState.ReferredOut, [CaseState.RightsNotified]),
        (CaseState.Declined, [CaseState.RightsNotified]),
        (CaseState.Withdrawn, [CaseState.RightsNotified]),
        (CaseState.NoAgreement, [CaseState.RightsNotified]),
        (CaseState.RightsNotified, [CaseState.Closed]));

    private Case() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    /// <summary>The committee; nobody else sees the case.</summary>
    public string Agency { get; private set; } = "";
    public CaseState State { get; private set; }
    public DisputeKind Kind { get; private set; }
    public MediationTier Tier { get; private set; }
    /// <summary>What it is about, sealed.</summary>
    public byte[] Summary { get; private set; } = [];
    public bool ParallelProceedings { get; private set; }
    public List<PatientRight> RightsExplained { get; private set; } = [];
    public List<RightsPath> RightsNotice { get; private set; } = [];
    public DateTimeOffset ReceivedAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public int LegalAidReferrals { get; private set; }
    public int HardshipReferrals { get; private set; }

    public static Case Receive(ApplyForMediation request, byte[] summary, string agency, Guid? exercise, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = exercise,
        Agency = agency,
        State = CaseState.Received,
        Kind = request.Kind,
        Tier = request.Tier,
        Summary = summary,
        ParallelProceedings = request.ParallelProceedings,
        ReceivedAt = at,
    };

    /// <summary>It is over, one way or another: nothing more is decided in it.</summary>
    public bool IsOver => State is CaseState.ReferredOut or CaseState.Declined or CaseState.Withdrawn or CaseState.NoAgreement or CaseState.RightsNotified or CaseState.Closed;

    /// <summary>A court, arbitration or authority that has the same matter takes it; mediation does not run beside it (条例701 Art. 31, 40).</summary>
    public Refusal? Screen() => ParallelProceedings
        ? new Refusal("parallel-proceedings", "Another procedure has the matter: refer it out.")
        : Move(CaseState.Screened);

    /// <summary>What a patient's family must be told before anything else (条例701 Art. 23).</summary>
    public Refusal? ExplainRights(IReadOnlyList<PatientRight> items)
    {
        if (IsOver) return new Refusal("case-over", "The case is over.");
        RightsExplained = [.. RightsExplained.Union(items).Order()];
        Version++;
        return null;
    }

    public Refusal? AskConsent()
    {
        if (Kind == DisputeKind.Medical && Enum.GetValues<PatientRight>().Except(RightsExplained).ToList() is { Count: > 0 } missing)
            return new Refusal("rights-not-explained", $"The family must first be told of: {string.Join(", ", missing)}.");
        return Move(CaseState.ConsentPending);
    }

    /// <summary>Taken on, for those who agree: at least one on each side.</summary>
    public Refusal? Accept(IReadOnlyCollection<Party> parties, DateTimeOffset at)
    {
        if (ConsentOf(parties) is { } missing) return missing;
        if (Move(CaseState.Accepted) is { } no) return no;
        AcceptedAt = at;
        return null;
    }

    public Refusal? Appoint() => Move(CaseState.MediatorAppointed);

    /// <summary>Nobody sits in a session without their consent.</summary>
    public Refusal? Sit(IReadOnlyCollection<Party> parties)
    {
        if (ConsentOf(parties) is { } missing) return missing;
        return State == CaseState.InSession ? null : Move(CaseState.InSession);
    }

    public Refusal? Suspend() => Move(CaseState.Suspended);

    public Refusal? Resume() => State == CaseState.Suspended ? Move(CaseState.InSession) : Life.Refuse(State, CaseState.InSession) ?? new Refusal("illegal-transition", "Only a suspended case resumes.");

    public Refusal? Agree() => Move(CaseState.AgreementReached);

    public Refusal? BeginPerformance() => Move(CaseState.Performing);

    public Refusal? Perform() => Move(CaseState.Performed);

    public Refusal? Breach() => Move(CaseState.Breached);

    public Refusal? ReferOut() => Move(CaseState.ReferredOut);

    public Refusal? Decline() => Move(CaseState.Declined);

    public Refusal? Withdraw() => Move(CaseState.Withdrawn);

    public Refusal? EndWithoutAgreement() => Move(CaseState.NoAgreement);

    /// <summary>Everyone is told what else is open to them (人民调解法 Art. 26).</summary>
    public Refusal? NotifyRights(IReadOnlyList<RightsPath> paths)
    {
        if (!paths.Contains(RightsPath.Court)) return Refusal.Invalid("/paths", "court-named", "The way to court is always named.");
        if (Move(CaseState.RightsNotified) is { } no) return no;
        RightsNotice = [.. paths.Distinct().Order()];
        return null;
    }

    public Refusal? Close(DateTimeOffset at)
    {
        if (Move(CaseState.Closed) is { } no) return no;
        ClosedAt = at;
        return null;
    }

    public void Refer(int legalAid, int hardship)
    {
        LegalAidReferrals += legalAid;
        HardshipReferrals += hardship;
        Version++;
    }

    /// <summary>Its words are gone; kinds, states and times stay.</summary>
    public void DestroyPersonalData()
    {
        Summary = [];
        Version++;
    }

    private static Refusal? ConsentOf(IReadOnlyCollection<Party> parties) =>
        parties.Any(p => p is { Side: PartySide.Applicant, Consent: PartyConsent.Given }) && parties.Any(p => p is { Side: PartySide.Respondent, Consent: PartyConsent.Given })
            ? null
            : new Refusal("consent-missing", "Mediation is voluntary: at least one party on each side must have agreed, and only they take part.");

    private Refusal? Move(CaseState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>Where a dispute is mediated.</summary>
public enum MediationTier
{
    /// <summary>Community or village.</summary>
    Community,
    /// <summary>Street or township committee.</summary>
    Street,
    /// <summary>District or county committee.</summary>
    District,
    /// <summary>A committee for a trade, such as medical disputes.</summary>
    Professional,
}

/// <summary>What a family is told (条例701 Art. 23).</summary>
public enum PatientRight
{
    /// <summary>The ways to settle.</summary>
    Paths,
    /// <summary>Sealing of records and things.</summary>
    Sealing,
    /// <summary>Copies of records.</summary>
    Copying,
    /// <summary>Autopsy.</summary>
    Autopsy,
}

/// <summary>What else is open to a party.</summary>
public enum RightsPath
{
    /// <summary>Court.</summary>
    Court,
    /// <summary>Arbitration.</summary>
    Arbitration,
    /// <summary>A complaint to an authority.</summary>
    Complaint,
    /// <summary>Administrative mediation.</summary>
    AdministrativeMediation,
    /// <summary>Enforcement of a confirmed agreement.</summary>
    Enforcement,
}
