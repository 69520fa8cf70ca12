using Coordination.Contracts.Events;
using Coordination.Mediation.Cases;
using Coordination.Tests.Unit.Command;

namespace Coordination.Tests.Unit.Mediation;

public sealed class CaseTests
{
    private static readonly DateTimeOffset T0 = Sample.T0;

    [Fact]
    public void The_table_of_a_case_is_this_one() => Machine.HasTable(Case.Life, """
        Received: Screened ReferredOut Declined Withdrawn
        Screened: ConsentPending ReferredOut Declined Withdrawn
        ConsentPending: Accepted ReferredOut Declined Withdrawn
        Accepted: MediatorAppointed ReferredOut Withdrawn NoAgreement
        MediatorAppointed: InSession ReferredOut Withdrawn NoAgreement
        InSession: AgreementReached Suspended ReferredOut Withdrawn NoAgreement
        Suspended: InSession ReferredOut Withdrawn NoAgreement
        AgreementReached: Performing
        Performing: Performed Breached
        Performed: Closed
        Breached: RightsNotified
        ReferredOut: RightsNotified
        Declined: RightsNotified
        Withdrawn: RightsNotified
        NoAgreement: RightsNotified
        RightsNotified: Closed
        """);

    [Theory]
    [InlineData(CaseState.ReferredOut)]
    [InlineData(CaseState.Declined)]
    [InlineData(CaseState.Withdrawn)]
    [InlineData(CaseState.NoAgreement)]
    [InlineData(CaseState.Breached)]
    public void Every_end_without_an_agreement_that_holds_passes_a_rights_notice_before_it_is_closed(CaseState end) =>
        Assert.Equal([CaseState.RightsNotified], Case.Life.Transitions.Where(t => t.From == end).Select(t => t.To));

    [Fact]
    public void Whatever_is_decided_a_case_keeps_to_its_table()
    {
        var sample = Sample.Agreeing();
        Machine.Keeps(() => Sample.Agreeing().Case, Case.Life, c => c.State, c => c.Version,
            c => c.State != CaseState.Closed || c.ClosedAt is not null,
            (c, n) => c.Screen(n % 5 == 0 ? [ReferralReason.Violence] : [], [ReferralReason.Violence]),
            (c, _) => c.AskConsent(),
            (c, n) => c.Accept(n % 2 == 0 ? sample.Parties : [], T0),
            (c, _) => c.Appoint(),
            (c, n) => c.Sit(n % 2 == 0 ? sample.Parties : []),
            (c, _) => c.Suspend(),
            (c, _) => c.Resume(),
            (c, n) => c.Extend([.. sample.Parties.Select(p => p.Id)], sample.Parties, T0, T0.AddDays((n % 300) - 20)),
            (c, _) => c.Agree(),
            (c, _) => c.BeginPerformance(),
            (c, _) => c.Perform(),
            (c, _) => c.Breach(),
            (c, n) => n % 9 == 0 ? c.ReferOut(ReferralTarget.Court, ReferralReason.ParallelProcedure) : null,
            (c, n) => n % 9 == 0 ? c.Withdraw() : null,
            (c, n) => n % 9 == 0 ? c.Decline() : null,
            (c, n) => n % 9 == 0 ? c.EndWithoutAgreement() : null,
            (c, n) => c.NotifyRights(n % 2 == 0 ? [RightsPath.Court] : [RightsPath.Complaint], []),
            (c, _) => c.Close(T0),
            (c, n) => c.Refer(n % 3, n % 2),
            (c, n) => c.ExplainRights([(PatientRight)(n % 4)]),
            (c, n) => c.Hold(HoldReason.Review, T0.AddDays((n % 100) - 10), T0),
            (c, _) => c.ReportMajor(T0));
    }

    [Theory]
    [InlineData(RunningProcedure.Court, ReferralTarget.Court)]
    [InlineData(RunningProcedure.Arbitration, ReferralTarget.Arbitration)]
    [InlineData(RunningProcedure.AdministrativeMediation, ReferralTarget.OtherMediation)]
    public void A_matter_that_another_procedure_has_is_referred_out(RunningProcedure procedure, ReferralTarget to)
    {
        var sample = new Sample(parallel: procedure);
        sample.Do(c => c.Screen([], []));
        Assert.Equal((CaseState.ReferredOut, to, ReferralReason.ParallelProcedure), (sample.Case.State, sample.Case.ReferredTo, sample.Case.ReferredFor));
    }

    [Fact]
    public void Violence_sends_a_case_to_another_protection_only_where_the_profile_says_so()
    {
        var (sent, kept) = (new Sample(), new Sample());
        sent.Do(c => c.Screen([ReferralReason.Violence], [ReferralReason.Violence]));
        kept.Do(c => c.Screen([ReferralReason.Violence], []));
        Assert.Equal((CaseState.ReferredOut, CaseState.Screened), (sent.Case.State, kept.Case.State));
    }

    [Fact]
    public void A_medical_case_cannot_leave_screening_before_the_family_was_told_everything()
    {
        var sample = new Sample(DisputeKind.Medical);
        sample.Do(c => c.Screen([], []), c => c.ExplainRights([PatientRight.Paths, PatientRight.Sealing, PatientRight.Copying]));
        Machine.Refused(sample.Case.AskConsent(), "rights-not-explained");
        sample.Do(c => c.ExplainRights([PatientRight.Autopsy]), c => c.AskConsent());
    }

    [Fact]
    public void No_case_is_taken_on_against_the_other_side()
    {
        var sample = new Sample();
        sample.Do(c => c.Screen([], []), c => c.AskConsent());
        Machine.Refused(sample.Case.Accept(sample.Parties, T0), "consent-missing");
        Assert.Equal(CaseState.ConsentPending, sample.Case.State);
    }

    [Fact]
    public void More_time_needs_everyone_who_takes_part()
    {
        var sample = Sample.InSession();
        Machine.Refused(sample.Case.Extend([sample.Owner.Id], sample.Parties, T0, T0.AddDays(10)), "consent-missing");
        Machine.Refused(sample.Case.Extend([.. sample.Parties.Select(p => p.Id)], sample.Parties, T0, T0), "extension");
        sample.Do(c => c.Extend([.. sample.Parties.Select(p => p.Id)], sample.Parties, T0, T0.AddDays(10)));
    }

    [Fact]
    public void A_rights_notice_always_names_court_and_what_the_kind_of_dispute_asks_for()
    {
        var sample = Sample.InSession();
        sample.Do(c => c.EndWithoutAgreement());
        Machine.Refused(sample.Case.NotifyRights([RightsPath.Complaint], []), "path-missing");
        Machine.Refused(sample.Case.NotifyRights([RightsPath.Court], [RightsPath.Arbitration]), "path-missing");
        sample.Do(c => c.NotifyRights([RightsPath.Court, RightsPath.Arbitration], [RightsPath.Arbitration]), c => c.Close(T0));
    }

    [Fact]
    public void Only_a_suspended_case_resumes()
    {
        var sample = Sample.WithMediator();
        Machine.Refused(sample.Case.Resume(), "illegal-transition");
        sample.Do(c => c.Sit(sample.Parties), c => c.Suspend());
        Machine.Refused(sample.Case.Sit(sample.Parties), "suspended");
        sample.Do(c => c.Resume());
    }

    [Fact]
    public void A_major_dispute_is_reported_once_and_only_a_medical_one()
    {
        var medical = new Sample(DisputeKind.Medical);
        medical.Do(c => c.ReportMajor(T0));
        Machine.Refused(medical.Case.ReportMajor(T0), "already-reported");
        Machine.Refused(new Sample().Case.ReportMajor(T0), "not-medical");
    }

    [Fact]
    public void Destroyed_words_are_not_held()
    {
        var sample = new Sample();
        sample.Case.DestroyPersonalData(T0);
        Assert.Empty(sample.Case.Summary);
        Machine.Refused(sample.Case.Hold(HoldReason.Evidence, T0.AddDays(1), T0), "destroyed");
    }

    [Theory]
    [InlineData("PersuadeBack")]
    [InlineData("ListLeaders")]
    [InlineData("Watch")]
    [InlineData("Retaliation")]
    [InlineData("Fee")]
    public void No_vocabulary_of_mediation_has_a_word_for_pressure(string word) =>
        Assert.DoesNotContain(typeof(Case).Assembly.GetTypes().Where(t => t.IsEnum && t.Namespace?.StartsWith("Coordination.Mediation", StringComparison.Ordinal) == true)
            .SelectMany(Enum.GetNames), n => n.Contains(word, StringComparison.OrdinalIgnoreCase));

    [Theory]
    [InlineData("Fee")]
    [InlineData("Price")]
    [InlineData("Venue")]
    [InlineData("Risk")]
    [InlineData("Score")]
    public void Nothing_of_mediation_has_a_member_for_it(string word) =>
        Assert.DoesNotContain(typeof(Case).Assembly.GetTypes().Where(t => t.Namespace?.StartsWith("Coordination.Mediation", StringComparison.Ordinal) == true)
            .SelectMany(t => t.GetProperties()).Select(p => p.Name), n => n.Contains(word, StringComparison.OrdinalIgnoreCase));
}
