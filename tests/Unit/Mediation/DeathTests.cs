using Coordination.Contracts.Events;
using Coordination.Mediation.Medical;
using Coordination.Tests.Unit.Command;

namespace Coordination.Tests.Unit.Mediation;

public sealed class DeathTests
{
    private static readonly DateTimeOffset T0 = Sample.T0;

    private static Death Recorded() => Death.Record(new Sample(DisputeKind.Medical).Case, T0, isFrozen: false).Item1!;

    [Fact]
    public void The_table_of_an_autopsy_is_this_one() => Machine.HasTable(Death.Life, """
        Offered: Agreed Refused
        Refused: Agreed
        Agreed: Refused Done
        """);

    [Fact]
    public void Whatever_is_decided_it_keeps_to_its_table() => Machine.Keeps(
        Recorded, Death.Life, d => d.Autopsy, d => d.Version, d => d.Autopsy == AutopsyChoice.Offered || d.ChosenAt is not null,
        (d, _) => d.Agree(T0), (d, _) => d.Refuse(T0), (d, n) => n % 3 == 0 ? d.Perform(T0) : null, (d, n) => n % 10 == 0 ? d.HandOver(T0) : null);

    [Fact]
    public void The_kin_refuse_an_autopsy_and_may_still_change_their_mind()
    {
        var death = Recorded();
        Assert.Null(death.Refuse(T0));
        Machine.Refused(death.Perform(T0), "illegal-transition");
        Assert.Null(death.Agree(T0));
        Assert.Null(death.Perform(T0));
    }

    [Fact]
    public void Nothing_is_chosen_once_the_body_is_handed_over()
    {
        var death = Recorded();
        Assert.Null(death.HandOver(T0));
        Machine.Refused(death.Agree(T0), "handed-over");
        Machine.Refused(death.HandOver(T0), "handed-over");
    }

    [Fact]
    public void A_death_belongs_to_a_medical_dispute() => Machine.Refused(Death.Record(new Sample().Case, T0, false).Item2, "not-medical");
}
