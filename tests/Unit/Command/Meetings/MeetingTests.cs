using Coordination.Command.Meetings;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command.Meetings;

public sealed class MeetingTests
{
    internal static readonly DateTimeOffset T0 = new(2026, 5, 1, 1, 0, 0, TimeSpan.Zero);
    private static readonly CallMeeting Flood = new(MeetingKind.JointMeeting, "Flood season", T0.AddDays(2), ["Dykes"], ["water", "fire", "water"], "220221");

    internal static Meeting Called() => Call(Flood).Item1!;

    internal static Meeting Held()
    {
        var meeting = Called();
        Assert.Null(meeting.Hold("county", ["water"], T0.AddDays(2)));
        return meeting;
    }

    private static (Meeting?, Refusal?) Call(CallMeeting request) => Meeting.Call(request, "220221", null, "county", T0);

    [Fact]
    public void The_table_of_a_meeting_is_this_one() => Machine.HasTable(Meeting.Life, """
        Called: Held Cancelled
        Held: Minuted
        Minuted: Closed
        """);

    [Fact]
    public void Whatever_is_done_a_meeting_keeps_to_its_table_and_only_who_called_it_keeps_its_record()
    {
        string[] agencies = ["county", "water"];
        Machine.Keeps(
            Called, Meeting.Life, m => m.State, m => m.Version,
            m => (m.HeldAt is not null) == (m.Attended.Count > 0) && (m.State == MeetingState.Cancelled) == (m.Reason is not null)
                && (m.State is MeetingState.Minuted or MeetingState.Closed) == (m.Conclusions.Count > 0),
            (m, n) => Theirs(agencies[n % 2], m.Hold(agencies[n % 2], n % 3 == 0 ? ["harbour"] : ["fire", "fire"], T0.AddDays((n % 5) - 1))),
            (m, n) => Theirs(agencies[n % 2], m.Minute(agencies[n % 2], ["Raise the dykes"])), (m, n) => n % 5 == 0 ? Theirs(agencies[n % 2], m.Cancel(agencies[n % 2], "Flooded")) : null,
            (m, n) => Theirs(agencies[n % 2], m.Close(agencies[n % 2], n % 3)));
    }

    private static Refusal? Theirs(string agency, Refusal? refusal)
    {
        Assert.True(agency == "county" || refusal is { Rule: "not-the-caller", Status: 403 });
        return refusal;
    }

    [Fact]
    public void Other_agencies_are_invited_to_what_is_to_come_and_they_and_the_caller_read_it()
    {
        Assert.Equal(["water", "fire"], Called().Agencies);
        Assert.Equal(" county water fire ", Called().Audience);
        Machine.Refused(Call(Flood with { Agencies = ["Mr Li"] }).Item2, "code");
        Machine.Refused(Call(Flood with { Agencies = ["county"] }).Item2, "own-agency");
        Machine.Refused(Call(Flood with { StartsAt = T0.AddDays(-1) }).Item2, "in-past");
    }

    [Fact]
    public void It_is_held_after_it_was_called_by_some_that_were_invited()
    {
        Machine.Refused(Called().Hold("county", ["water"], T0.AddDays(-1)), "before-called");
        Machine.Refused(Called().Hold("county", [], T0), "not-invited");
        Machine.Refused(Called().Hold("county", ["water", "harbour"], T0), "not-invited");
    }

    [Fact]
    public void One_of_the_invited_that_leads_keeps_its_record_too_and_cancels_nothing()
    {
        var meeting = Called();
        Machine.Refused(meeting.Cancel("water", "Flooded"), "not-the-caller");
        Machine.Refused(meeting.Hold("harbour", ["fire"], T0, leads: true), "not-the-caller");
        Assert.Null(meeting.Hold("water", ["fire"], T0, leads: true));
        Assert.Null(meeting.Minute("water", ["Raise the dykes"], leads: true));
        Assert.Null(meeting.Close("water", 0, leads: true));
    }

    [Fact]
    public void It_is_not_closed_over_what_is_open()
    {
        var meeting = Held();
        Assert.Null(meeting.Minute("county", ["Raise the dykes"]));
        Machine.Refused(meeting.Close("county", 1), "meeting-actions-open");
        Assert.Null(meeting.Close("county", 0));
    }
}
