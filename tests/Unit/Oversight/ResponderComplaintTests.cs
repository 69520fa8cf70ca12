using Coordination.Oversight.Complaints;
using Coordination.Tests.Unit.Command;

namespace Coordination.Tests.Unit.Oversight;

public sealed class ResponderComplaintTests
{
    private static readonly DateTimeOffset T0 = new(2010, 7, 27, 20, 0, 0, TimeSpan.FromHours(8));

    private static ResponderComplaint Received() => ResponderComplaint.Receive("fire", [1, 2], [3], null, T0);

    private static ResponderComplaint Closed()
    {
        var complaint = Received();
        Assert.Null(complaint.Answer());
        Assert.Null(complaint.Close());
        return complaint;
    }

    [Fact]
    public void The_table_of_a_complaint_is_this_one() => Machine.HasTable(ResponderComplaint.Life, """
        Received: Answered
        Answered: Closed
        """);

    [Fact]
    public void The_table_of_what_is_kept_of_it_is_this_one() => Machine.HasTable(ResponderComplaint.Retained, """
        Active: DueForDestruction
        DueForDestruction: Destroyed Held
        Held: Destroyed
        """);

    [Fact]
    public void Whatever_is_decided_a_complaint_keeps_to_its_table() => Machine.Keeps(
        Received, ResponderComplaint.Life, c => c.State, c => c.Version,
        c => (c.Retention == RetentionState.Active) == (c.State != ResponderComplaintState.Closed) && c.Words.Length > 0,
        (c, _) => c.Answer(),
        (c, _) => c.Close());

    [Fact]
    public void What_was_kept_is_destroyed_once_the_complaint_is_over_and_not_before()
    {
        var open = Received();
        open.Destroy();
        Assert.NotEmpty(open.Words);
        var closed = Closed();
        Assert.Equal(RetentionState.DueForDestruction, closed.Retention);
        closed.Destroy();
        Assert.Empty(closed.Words);
        Assert.Empty(closed.Contact);
        Assert.Equal(RetentionState.Destroyed, closed.Retention);
    }

    [Fact]
    public void Evidence_is_held_for_a_time_that_ends()
    {
        Machine.Refused(Received().Hold(T0.AddDays(1), T0), "illegal-transition");
        var complaint = Closed();
        Machine.Refused(complaint.Hold(T0, T0), "hold-until");
        Machine.Refused(complaint.Hold(T0.AddYears(4), T0), "hold-until");
        Assert.Null(complaint.Hold(T0.AddYears(1), T0));
        complaint.Destroy();
        Assert.Equal(RetentionState.Destroyed, complaint.Retention);
        Assert.NotNull(complaint.Hold(T0.AddYears(1), T0));
    }
}
