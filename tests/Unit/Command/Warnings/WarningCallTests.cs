using Coordination.Command.Warnings;

namespace Coordination.Tests.Unit.Command.Warnings;

/// <summary>Call and answer (叫应).</summary>
public sealed class WarningCallTests
{
    private static readonly DateTimeOffset T0 = WarningTests.T0;

    private static readonly string[] Bodies = ["village-7", "township", "county", "city"];

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
        c => c.State == WarningCallState.Answered == c.AnsweredAt is not null && (c.State != WarningCallState.Escalated || c.EscalatedAt is not null)
            && (c.Superiors ?? []).Distinct().Count() == (c.Superiors ?? []).Count && c.Superiors?.Contains(c.Recipient) != true && (c.TakenOverAt is null || c.Superiors is not null),
        (c, n) => c.Answer(n % 3 == 0 ? "village-8" : "village-7", T0.AddMinutes(n % 60)), (c, n) => c.Escalate(T0.AddMinutes(n % 60), n % 3 == 0 ? null : "township"),
        (c, n) => n % 5 == 0 ? c.CallAgain(T0.AddMinutes(n % 60)) : null, (c, n) => c.PassUp(Bodies[n % 4]), (c, n) => c.TakeOver(Bodies[n % 4], T0.AddMinutes(n % 60)));

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
    public void Silence_goes_up_from_one_superior_to_the_next_until_one_takes_it_over()
    {
        var call = Called();
        Machine.Refused(call.PassUp("county"), "already-answered");
        Assert.Null(call.Escalate(T0.AddMinutes(15), "township"));
        Machine.Refused(call.TakeOver("county", T0.AddMinutes(16)), "not-the-recipient");
        Assert.Null(call.PassUp("county"));
        Machine.Refused(call.PassUp("township"), "nobody-left");
        Assert.Null(call.TakeOver("township", T0.AddMinutes(26)));
        Machine.Refused(call.PassUp("city"), "already-answered");
        Machine.Refused(call.TakeOver("county", T0.AddMinutes(27)), "already-answered");
        Assert.Null(call.Answer("village-7", T0.AddMinutes(40)));
        Assert.Equal((T0.AddMinutes(26), T0.AddMinutes(40)), (call.TakenOverAt, call.AnsweredAt));
        Assert.Null(call.CallAgain(T0.AddHours(1)));
        Assert.Equal((null, null), (call.Superiors, call.TakenOverAt));
    }

    /// <summary>A replica of an earlier build that calls again leaves who took over the silence before.</summary>
    [Fact]
    public void A_new_silence_is_not_taken_over_because_an_older_one_was()
    {
        var call = Called();
        typeof(WarningCall).GetProperty(nameof(WarningCall.TakenOverAt))!.SetValue(call, T0);
        Assert.Null(call.Escalate(T0.AddMinutes(15), "township"));
        Assert.Null(call.TakenOverAt);
        Assert.Null(call.PassUp("county"));
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
