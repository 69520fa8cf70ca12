using Coordination.Mediation.Agreements;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Coordination.Tests.Unit.Command;

namespace Coordination.Tests.Unit.Mediation;

public sealed class AgreementTests
{
    private static readonly DateTimeOffset T0 = Sample.T0;
    private static readonly DraftInstalment First = new(T0.AddDays(7), 500_000);
    private static readonly DraftInstalment Second = new(T0.AddDays(30), 500_000);

    private static (Agreement, Sample) After(params Func<Agreement, Sample, Refusal?>[] decisions)
    {
        var sample = Sample.InSession();
        var agreement = sample.Agreement(First, Second);
        foreach (var decide in decisions) Assert.Null(decide(agreement, sample));
        return (agreement, sample);
    }

    private static Refusal? SignAll(Agreement a, Sample s) => a.Sign([.. s.Parties.Select(p => p.Id)], s.Parties);

    private static (Agreement, Sample) Performing() => After(SignAll, (a, _) => a.TakeEffect(T0), (a, _) => a.BeginPerformance());

    [Fact]
    public void The_table_of_an_agreement_is_this_one() => Machine.HasTable(Agreement.Life, """
        Draft: PartiesSigned
        PartiesSigned: Effective
        Effective: ConfirmationOffered Performing
        ConfirmationOffered: Applied Performing
        Applied: Confirmed NotConfirmed
        Confirmed: Performing
        NotConfirmed: Performing
        Performing: Performed Breached
        Breached: RightsNotified
        """);

    [Fact]
    public void Whatever_is_decided_an_agreement_keeps_to_its_table()
    {
        var sample = Sample.InSession();
        var everyone = sample.Parties.Select(p => p.Id).ToList();
        Machine.Keeps(() => sample.Agreement(First, Second), Agreement.Life, a => a.State, a => a.Version,
            a => (a.State != AgreementState.Performed || !a.HasOpen) && (a.State == AgreementState.Draft || everyone.TrueForAll(a.Signatures.Contains))
                && (!a.WasConfirmed || a.ConfirmationApplicants.Count > 1),
            (a, n) => a.Sign(n % 3 == 0 ? everyone : [everyone[n % 3]], sample.Parties),
            (a, n) => a.Sign([Guid.NewGuid()], sample.Parties),
            (a, _) => a.TakeEffect(T0),
            (a, _) => a.OfferConfirmation(T0.AddDays(30)),
            (a, n) => a.Apply([everyone[n % 3]], sample.Parties, T0.AddDays(n % 40)),
            (a, _) => a.NoteCourtAccepted(T0),
            (a, n) => a.Decide(n % 2 == 0),
            (a, _) => a.BeginPerformance(),
            (a, n) => a.Fulfil((n % 4) + 1, T0),
            (a, _) => a.Perform(),
            (a, n) => n % 6 == 0 ? a.Miss(a.Instalments[n % 2].Id) : null,
            (a, n) => n % 6 == 0 ? a.Breach() : null,
            (a, n) => a.NotifyRights(n % 2 == 0));
    }

    [Fact]
    public void An_agreement_binds_once_everyone_who_takes_part_has_signed()
    {
        var (agreement, sample) = After((a, s) => a.Sign([s.Owner.Id, s.Company.Id], s.Parties));
        Machine.Refused(agreement.TakeEffect(T0), "illegal-transition");
        Assert.Null(agreement.Sign([sample.SecondOwner.Id], sample.Parties));
        Assert.Null(agreement.TakeEffect(T0));
    }

    [Fact]
    public void Who_leaves_need_not_sign()
    {
        var (agreement, sample) = After((a, s) => a.Sign([s.Owner.Id], s.Parties), (_, s) => s.SecondOwner.Withdraw(T0), (a, s) => a.Sign([s.Company.Id], s.Parties));
        Assert.Equal(AgreementState.PartiesSigned, agreement.State);
        Machine.Refused(After((_, s) => s.SecondOwner.Withdraw(T0)).Item1.Sign([sample.SecondOwner.Id], sample.Parties), "party");
    }

    [Fact]
    public void An_agreement_grows_out_of_a_session_and_its_parts_lie_ahead()
    {
        Machine.Refused(Agreement.Write(Sample.WithMediator().Case, new DraftAgreement("Terms", []), [1], T0).Item2, "not-in-session");
        Machine.Refused(Agreement.Write(Sample.InSession().Case, new DraftAgreement("Terms", [new(T0, 1)]), [1], T0).Item2, "due-in-past");
    }

    [Fact]
    public void A_payment_names_its_amount_and_nothing_else_does()
    {
        var sample = Sample.InSession();
        Machine.Refused(Agreement.Write(sample.Case, new DraftAgreement("Terms", [new(T0.AddDays(1))]), [1], T0).Item2, "amount");
        Machine.Refused(Agreement.Write(sample.Case, new DraftAgreement("Terms", [new(T0.AddDays(1), 5, ObligationKind.Work)]), [1], T0).Item2, "amount");
        Assert.Single(sample.Agreement(new DraftInstalment(T0.AddDays(1), null, ObligationKind.Work)).Instalments);
    }
    [Fact]
    public void Both_sides_apply_for_confirmation_together_and_in_time()
    {
        var (agreement, sample) = After(SignAll, (a, _) => a.TakeEffect(T0), (a, _) => a.OfferConfirmation(T0.AddDays(30)));
        Assert.Null(agreement.Apply([sample.Owner.Id], sample.Parties, T0));
        Assert.Equal(AgreementState.ConfirmationOffered, agreement.State);
        Machine.Refused(agreement.Apply([sample.Owner.Id, sample.Company.Id], sample.Parties, T0.AddDays(31)), "confirmation-window");
        Assert.Null(agreement.Apply([sample.Company.Id], sample.Parties, T0.AddDays(30)));
        Assert.Equal((AgreementState.Applied, 2), (agreement.State, agreement.ConfirmationApplicants.Count));
    }

    [Theory]
    [InlineData(true, new[] { RightsPath.Court, RightsPath.Enforcement })]
    [InlineData(false, new[] { RightsPath.Court })]
    public void After_a_breach_the_parties_are_told_of_enforcement_only_if_a_court_confirmed_it(bool confirmed, RightsPath[] told)
    {
        var (agreement, _) = After(SignAll, (a, _) => a.TakeEffect(T0), (a, _) => a.OfferConfirmation(T0.AddDays(30)),
            (a, s) => a.Apply([s.Owner.Id, s.Company.Id], s.Parties, T0), (a, _) => a.Decide(confirmed), (a, _) => a.BeginPerformance(),
            (a, _) => a.Miss(a.Instalments[0].Id), (a, _) => a.NotifyRights(isLabour: false));
        Assert.Equal(told, agreement.RightsNotice);
    }
    [Fact]
    public void A_missed_part_breaks_the_agreement_and_may_still_be_performed_late()
    {
        var (agreement, _) = Performing();
        Assert.Null(agreement.Fulfil(2, T0.AddDays(1)));
        Assert.Null(agreement.Miss(agreement.Instalments[0].Id));
        Assert.Equal(AgreementState.Breached, agreement.State);
        Assert.Null(agreement.Fulfil(1, T0.AddDays(9)));
        Assert.Equal((InstalmentState.FulfilledLate, T0.AddDays(9)), (agreement.Instalments[0].State, agreement.PerformedLateAt));
        Assert.Equal(AgreementState.Breached, agreement.State);
    }
    [Fact]
    public void Nothing_is_performed_while_a_part_is_open()
    {
        var (agreement, _) = Performing();
        Machine.Refused(agreement.Perform(), "instalment-open");
        Assert.Null(agreement.Fulfil(1, T0));
        Machine.Refused(agreement.Fulfil(1, T0), "instalment");
        Assert.Null(agreement.Fulfil(2, T0));
        Assert.Null(agreement.Perform());
    }
    [Fact]
    public void The_table_of_a_follow_up_is_this_one() => Machine.HasTable(FollowUp.Life, """
        Scheduled: Done
        Done: Closed
        """);
    [Fact]
    public void An_agreement_is_followed_up_twice()
    {
        var (agreement, _) = Performing();
        Assert.Equal(["follow-up.first", "follow-up.second"], FollowUp.After(agreement).Select(f => f.ClockKey));
        Machine.Keeps(() => FollowUp.After(agreement)[0], FollowUp.Life, f => f.State, f => f.Version, f => f.State == FollowUpState.Scheduled || f.Finding is not null,
            (f, n) => f.Do((FollowUpFinding)(n % 4), T0), (f, _) => f.Close());
    }
}
