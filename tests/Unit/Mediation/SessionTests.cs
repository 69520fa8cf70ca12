using Coordination.Mediation.Sessions;
using Coordination.Tests.Unit.Command;

namespace Coordination.Tests.Unit.Mediation;

public sealed class SessionTests
{
    private static readonly DateTimeOffset T0 = Sample.T0;

    [Fact]
    public void The_table_of_a_session_is_this_one() => Machine.HasTable(Session.Life, """
        Scheduled: Held Adjourned NoShow
        Held: Minuted Adjourned
        Minuted: Signed
        """);

    [Fact]
    public void Whatever_is_decided_a_session_keeps_to_its_table()
    {
        var sample = Sample.WithMediator();
        var everyone = sample.Parties.Select(p => p.Id).ToList();
        Machine.Keeps(() => sample.Session(), Session.Life, s => s.State, s => s.Version,
            s => s.State != SessionState.Signed || s.PartyIds.TrueForAll(s.SignedBy.Contains),
            (s, n) => s.Hold(sample.Parties, n % 4 != 0, T0),
            (s, n) => n % 5 == 0 ? s.Adjourn() : null,
            (s, n) => n % 5 == 0 ? s.NoteAbsence() : null,
            (s, n) => s.Minute([(byte)(n % 250)]),
            (s, n) => s.Sign([everyone[n % 3]]),
            (s, n) => s.Sign([Guid.NewGuid()]),
            (s, n) =>
            {
                if (n % 7 == 0) s.Leave(everyone[n % 3], sample.Parties, T0);
                return null;
            });
    }

    [Fact]
    public void Nobody_sits_in_a_session_without_their_consent()
    {
        var sample = Sample.WithMediator();
        sample.SecondOwner.Withdraw(T0);
        Machine.Refused(sample.Plan().Item2, "consent-missing");
        Assert.NotNull(sample.Plan(SessionKind.Joint, sample.Owner, sample.Company).Item1);
    }

    [Fact]
    public void Consent_is_looked_at_again_when_they_sit_down()
    {
        var sample = Sample.WithMediator();
        var session = sample.Session();
        sample.SecondOwner.Withdraw(T0);
        Machine.Refused(session.Hold(sample.Parties, true, T0), "consent-missing");
    }

    [Fact]
    public void A_withdrawal_ends_a_running_session_at_once()
    {
        var sample = Sample.WithMediator();
        var session = sample.Session();
        Assert.Null(session.Hold(sample.Parties, true, T0));
        sample.SecondOwner.Withdraw(T0.AddMinutes(5));
        session.Leave(sample.SecondOwner.Id, sample.Parties, T0.AddMinutes(5));
        Assert.Equal((SessionState.Adjourned, T0.AddMinutes(5)), (session.State, session.EndedByWithdrawalAt));
    }

    [Fact]
    public void A_planned_session_goes_on_without_the_one_who_left_while_both_sides_are_there()
    {
        var sample = Sample.WithMediator();
        var session = sample.Session();
        sample.SecondOwner.Withdraw(T0);
        session.Leave(sample.SecondOwner.Id, sample.Parties, T0);
        Assert.Equal((SessionState.Scheduled, 2), (session.State, session.PartyIds.Count));
        sample.Company.Withdraw(T0);
        session.Leave(sample.Company.Id, sample.Parties, T0);
        Assert.Equal(SessionState.Adjourned, session.State);
    }

    [Fact]
    public void Both_sides_sit_in_a_joint_session_and_one_in_a_caucus()
    {
        var sample = Sample.WithMediator();
        Machine.Refused(sample.Plan(SessionKind.Joint, sample.Owner).Item2, "both-sides");
        Machine.Refused(sample.Plan(SessionKind.Caucus, sample.Owner, sample.Company).Item2, "one-side");
        Assert.NotNull(sample.Plan(SessionKind.Caucus, sample.Company).Item1);
    }

    [Fact]
    public void Without_a_mediator_nobody_sits()
    {
        Machine.Refused(Sample.Agreeing().Plan().Item2, "no-mediator");
        var sample = Sample.WithMediator();
        Machine.Refused(sample.Session().Hold(sample.Parties, hasMediator: false, T0), "no-mediator");
    }

    [Fact]
    public void Minutes_stay_unsigned_until_all_who_sat_have_signed()
    {
        var sample = Sample.WithMediator();
        var session = sample.Session(SessionKind.Joint, sample.Owner, sample.Company);
        Assert.Null(session.Hold(sample.Parties, true, T0));
        Assert.Null(session.Minute([1]));
        Assert.Null(session.Sign([sample.Owner.Id]));
        Assert.Equal(SessionState.Minuted, session.State);
        Machine.Refused(session.Sign([sample.SecondOwner.Id]), "party");
        Assert.Null(session.Sign([sample.Company.Id]));
        Assert.Equal(SessionState.Signed, session.State);
    }
}
