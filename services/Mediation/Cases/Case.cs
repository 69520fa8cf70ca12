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
    public CaseOrigin Origin { get; private set; }
    /// <summary>What it is about, sealed.</summary>
    public byte[] Summary { get; private set; } = [];
    public RunningProcedure? Parallel { get; private set; }
    public ReferralTarget? ReferredTo { get; private set; }
    public ReferralReason? ReferredFor { get; private set; }
    public List<PatientRight> RightsExplained { get; private set; } = [];
    public List<RightsPath> RightsNotice { get; private set; } = [];
    public DateTimeOffset ReceivedAt { get; private set; }
    public DateTimeOffset? AcceptedAt { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public DateTimeOffset? MajorReportedAt { get; private set; }
    public int Extensions { get; private set; }
    public int LegalAidReferrals { get; private set; }
    public int HardshipReferrals { get; private set; }
    /// <summary>Until when its words are kept beyond their time, and why (突发事件应对法 Art. 85).</summary>
    public DateTimeOffset? HeldUntil { get; private set; }
    public HoldReason? HeldFor { get; private set; }
    public DateTimeOffset? DestroyedAt { get; private set; }

    public static Case Receive(
        DisputeKind kind, MediationTier tier, CaseOrigin origin, RunningProcedure? parallel, byte[] summary, string agency, Guid? exercise, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = exercise,
        Agency = agency,
        State = CaseState.Received,
        Kind = kind,
        Tier = tier,
        Origin = origin,
        Summary = summary,
        Parallel = parallel,
        ReceivedAt = at,
    };

    /// <summary>It is over, one way or another: nothing more is decided in it.</summary>
    public bool IsOver => State is CaseState.ReferredOut or CaseState.Declined or CaseState.Withdrawn or CaseState.NoAgreement or CaseState.RightsNotified or CaseState.Closed;

    /// <summary>It ended without an agreement that holds, and the parties have not been told yet what else is open to them.</summary>
    public bool OwesRightsNotice => State is CaseState.ReferredOut or CaseState.Declined or CaseState.Withdrawn or CaseState.NoAgreement or CaseState.Breached;

    /// <summary>Parties are asked once the case is screened and those it concerns know their rights, and while it goes on.</summary>
    public Refusal? MayAsk() => State is CaseState.ConsentPending or CaseState.Accepted or CaseState.MediatorAppointed or CaseState.InSession or CaseState.Suspended
        ? null
        : new Refusal("not-asking", "Parties are asked after screening and until the case ends.");

    /// <summary>
    /// Mediation does not run beside a court, arbitration or authority that has the same matter (条例701 Art. 31, 40), and not where
    /// violence, children or a crime need another protection: such a case goes out.
    /// </summary>
    public Refusal? Screen(IReadOnlyList<ReferralReason> found, IReadOnlyList<ReferralReason> triggers)
    {
        if (Life.Refuse(State, CaseState.Screened) is { } no) return no;
        if (found.Contains(ReferralReason.ParallelProcedure)) return Refusal.Invalid("/found", "name-procedure", "A parallel procedure is named in the application, or by referring the case out.");
        if (Parallel is { } procedure) return ReferOut(TargetOf(procedure), ReferralReason.ParallelProcedure);
        if (found.Where(triggers.Contains).Order().ToList() is [var first, ..]) return ReferOut(ReferralTarget.CompetentAuthority, first);
        return Move(CaseState.Screened);
    }

    /// <summary>What a patient's family must be told before anything else (条例701 Art. 23).</summary>
    public Refusal? ExplainRights(IReadOnlyList<PatientRight> items)
    {
        if (IsOver) return Over;
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

    /// <summary>Talks begin, or go on.</summary>
    public Refusal? Sit(IReadOnlyCollection<Party> parties)
    {
        if (ConsentOf(parties) is { } missing) return missing;
        if (State == CaseState.Suspended) return new Refusal("suspended", "The case waits for an appraisal; resume it first.");
        return State == CaseState.InSession ? null : Move(CaseState.InSession);
    }

    /// <summary>Waits for an appraisal; the time stands still (条例701 Art. 38).</summary>
    public Refusal? Suspend() => Move(CaseState.Suspended);

    public Refusal? Resume() => State == CaseState.Suspended ? Move(CaseState.InSession) : new Refusal("illegal-transition", "Only a suspended case resumes.");

    /// <summary>More time, when everyone who takes part wants it (条例701 Art. 38).</summary>
    public Refusal? Extend(IReadOnlyCollection<Guid> agreeing, IReadOnlyCollection<Party> parties, DateTimeOffset due, DateTimeOffset until)
    {
        if (State is not (CaseState.Accepted or CaseState.MediatorAppointed or CaseState.InSession)) return new Refusal("not-under-way", "Only a case under way gets more time.");
        if (parties.Any(p => p.Consent == PartyConsent.Given && !agreeing.Contains(p.Id)))
            return new Refusal("consent-missing", "More time needs everyone who takes part.");
        if (until <= due || until > due + TimeSpan.FromDays(180)) return Refusal.Invalid("/until", "extension", "Must lie after the present end, by at most 180 days.");
        Extensions++;
        Version++;
        return null;
    }

    public Refusal? Agree() => Move(CaseState.AgreementReached);

    public Refusal? BeginPerformance() => Move(CaseState.Performing);

    public Refusal? Perform() => Move(CaseState.Performed);

    public Refusal? Breach() => Move(CaseState.Breached);

    public Refusal? ReferOut(ReferralTarget to, ReferralReason reason)
    {
        if (Move(CaseState.ReferredOut) is { } no) return no;
        (ReferredTo, ReferredFor) = (to, reason);
        return null;
    }

    public Refusal? Decline() => Move(CaseState.Declined);

    /// <summary>Taken back. Nobody is asked why.</summary>
    public Refusal? Withdraw() => Move(CaseState.Withdrawn);

    public Refusal? EndWithoutAgreement() => Move(CaseState.NoAgreement);

    /// <summary>Everyone is told what else is open to them (人民调解法 Art. 26). The kind of dispute says what must be named at least.</summary>
    public Refusal? NotifyRights(IReadOnlyList<RightsPath> paths, IReadOnlyList<RightsPath> atLeast)
    {
        if (atLeast.Append(RightsPath.Court).Except(paths).ToList() is { Count: > 0 } missing)
            return Refusal.Invalid("/paths", "path-missing", $"Must also name: {string.Join(", ", missing)}.");
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

    /// <summary>Legal aid and hardship relief: counts, no names.</summary>
    public Refusal? Refer(int legalAid, int hardship)
    {
        if (legalAid + hardship == 0) return Refusal.Invalid("", "nothing-referred", "Count at least one referral.");
        if (LegalAidReferrals + legalAid > 100_000 || HardshipReferrals + hardship > 100_000) return Refusal.Invalid("", "range", "A case counts at most 100,000 referrals of a kind.");
        (LegalAidReferrals, HardshipReferrals) = (LegalAidReferrals + legalAid, HardshipReferrals + hardship);
        Version++;
        return null;
    }

    /// <summary>The hospital told the county's health authority of a major dispute (条例701 Art. 28). Nothing else follows from it here.</summary>
    public Refusal? ReportMajor(DateTimeOffset at)
    {
        if (Kind != DisputeKind.Medical) return new Refusal("not-medical", "Only a medical dispute is reported to the health authority.");
        if (MajorReportedAt is not null) return new Refusal("already-reported", "It has been reported.");
        MajorReportedAt = at;
        Version++;
        return null;
    }

    /// <summary>Its words are evidence or under review: they are kept until a day, and no longer.</summary>
    public Refusal? Hold(HoldReason reason, DateTimeOffset until, DateTimeOffset now)
    {
        if (DestroyedAt is not null) return new Refusal("destroyed", "Its words are gone.");
        if (until <= now || until > now.AddYears(5)) return Refusal.Invalid("/until", "hold", "Must lie after now, by at most five years.");
        (HeldFor, HeldUntil) = (reason, until);
        Version++;
        return null;
    }

    /// <summary>Its words are gone; kinds, states and times stay.</summary>
    public void DestroyPersonalData(DateTimeOffset at)
    {
        Summary = [];
        DestroyedAt = at;
        Version++;
    }

    private static Refusal Over => new("case-over", "The case is over.");

    private static ReferralTarget TargetOf(RunningProcedure procedure) => procedure switch
    {
        RunningProcedure.Court => ReferralTarget.Court,
        RunningProcedure.Arbitration => ReferralTarget.Arbitration,
        _ => ReferralTarget.OtherMediation,
    };

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
