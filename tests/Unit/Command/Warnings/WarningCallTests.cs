using Coordination.Command.Warnings;

namespace Coordination.Tests.Unit.Command.Warnings;

/// <summary>Call and answer (叫应).</summary>
public sealed class WarningCallTests
{
    private static readonly DateTimeOffset T0 = WarningTests.T0;

    private static WarningCall Called() => WarningCall.To(WarningTests.Proposed(), "village-7", T0);

    [Fact]
    public void The_table_of_a_call_is_this_one() => Machine.HasTable(WarningCall.Life, """
        Called: Answered Escalated
        Answered: Called
        Escalated: Answered Called
        """);

    [Fact]
    public void Whatever_happens_a_call_keeps_to_its_table() => Machine.Keeps(
        Called, WarningCall.Life, c => c.State, c => c.Version,
        c => c.State == WarningCallState.Answered == c.AnsweredAt is not null && (c.State != WarningCallState.Escalated || c.EscalatedAt is not null),
        (c, n) => c.Answer(n % 3 == 0 ? "village-8" : "village-7", T0.AddMinutes(n % 60)), (c, n) => c.Escalate(T0.AddMinutes(n % 60)),
        (c, n) => c.CallAgain(T0.AddMinutes(n % 60)));

    [Fact]
    public void An_answer_to_the_old_level_is_none_to_the_new_one()
    {
        var call = Called();
        Machine.Refused(call.CallAgain(T0.AddMinutes(5)), "illegal-transition");
        Assert.Null(call.Answer("village-7", T0.AddMinutes(6)));
        Assert.Null(call.CallAgain(T0.AddHours(1)));
        Assert.Equal((WarningCallState.Called, T0.AddHours(1), null), (call.State, call.CalledAt, call.AnsweredAt));
        Assert.Null(call.Escalate(T0.AddMinutes(75)));
        Assert.Null(call.CallAgain(T0.AddHours(2)));
    }

    [Fact]
    public void A_call_that_is_not_answered_is_escalated_and_a_late_answer_is_still_taken()
    {
        var call = Called();
        Assert.Null(call.Escalate(T0.AddMinutes(15)));
        Machine.Refused(call.Escalate(T0.AddMinutes(16)), "illegal-transition");
        Assert.Null(call.Answer("village-7", T0.AddMinutes(22)));
        Assert.Equal((T0.AddMinutes(15), T0.AddMinutes(22)), (call.EscalatedAt, call.AnsweredAt));
    }

    [Fact]
    public void An_answered_call_is_not_escalated()
    {
        var call = Called();
        Assert.Null(call.Answer("village-7", T0.AddMinutes(3)));
        Machine.Refused(call.Escalate(T0.AddMinutes(15)), "illegal-transition");
        Assert.Null(call.EscalatedAt);
    }

    [Fact]
    public void Only_the_one_who_was_called_answers()
    {
        var call = Called();
        Machine.Refused(call.Answer("village-8", T0), "not-the-recipient");
        Assert.Equal((WarningCallState.Called, 1), (call.State, call.Version));
    }
}
