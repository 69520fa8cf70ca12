using Coordination.Mediation.Mediators;
using Coordination.Tests.Unit.Command;

namespace Coordination.Tests.Unit.Mediation;

public sealed class AppointmentTests
{
    private static Appointment Offered(Sample sample) => Appointment.Propose(sample.Case, new ProposeMediator("mediator-1", [MediatorSkill.Tenancy]));

    private static Appointment Declared(Sample sample)
    {
        var appointment = Offered(sample);
        Assert.Null(appointment.Declare(false));
        return appointment;
    }

    [Fact]
    public void The_table_of_a_mediator_is_this_one() => Machine.HasTable(Appointment.Life, """
        Proposed: Accepted Challenged Recused
        Accepted: Challenged Recused
        Challenged: Recused
        """);

    [Fact]
    public void Whatever_is_decided_a_mediator_keeps_to_the_table()
    {
        var sample = Sample.Agreeing();
        Machine.Keeps(() => Offered(sample), Appointment.Life, a => a.State, a => a.Version,
            a => a.State != AppointmentState.Accepted || (a.HasConflict == false && a.AcceptedBy.Count >= 2),
            (a, n) => a.Declare(n % 2 == 0),
            (a, n) => a.Accept(n % 2 == 0 ? [sample.Owner.Id, sample.Company.Id] : [sample.Owner.Id], sample.Parties),
            (a, n) => n % 3 == 0 ? a.Challenge(sample.Owner, [a]) : null,
            (a, n) => n % 3 == 0 ? a.Recuse() : null);
    }

    [Fact]
    public void Nobody_is_appointed_who_has_not_declared_or_is_bound_to_a_party()
    {
        var sample = Sample.Agreeing();
        Guid[] both = [sample.Owner.Id, sample.Company.Id];
        var silent = Offered(sample);
        Machine.Refused(silent.Accept(both, sample.Parties), "declaration-missing");
        Assert.Null(silent.Declare(true));
        Machine.Refused(silent.Accept(both, sample.Parties), "conflict-of-interest");
        Assert.Null(silent.Recuse());
    }

    [Fact]
    public void Both_sides_accept_the_mediator()
    {
        var sample = Sample.Agreeing();
        Machine.Refused(Declared(sample).Accept([sample.Owner.Id, sample.SecondOwner.Id], sample.Parties), "both-sides");
        Assert.Null(Declared(sample).Accept([sample.Owner.Id, sample.Company.Id], sample.Parties));
    }

    [Fact]
    public void Each_side_challenges_once_and_gives_no_reason()
    {
        var sample = Sample.Agreeing();
        List<Appointment> offered = [Declared(sample), Declared(sample), Declared(sample)];
        Assert.Null(offered[0].Challenge(sample.Owner, offered));
        Machine.Refused(offered[1].Challenge(sample.SecondOwner, offered), "challenged-once");
        Assert.Null(offered[1].Challenge(sample.Company, offered));
        Assert.Null(offered[0].Recuse());
        Assert.Null(offered[2].Accept([sample.Owner.Id, sample.Company.Id], sample.Parties));
    }
}
