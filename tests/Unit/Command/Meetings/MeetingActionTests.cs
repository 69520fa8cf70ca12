using Coordination.Command.Meetings;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command.Meetings;

public sealed class MeetingActionTests
{
    private static readonly DateTimeOffset T0 = MeetingTests.T0.AddDays(3);

    private static (MeetingAction?, Refusal?) Set(string agency = "water", Meeting? meeting = null, int days = 5, string by = "county", bool leads = false) =>
        MeetingAction.Set(meeting ?? MeetingTests.Held(), new("Raise the dykes", agency, T0.AddDays(days)), by, T0, leads);

    [Fact]
    public void The_table_of_what_a_meeting_agreed_is_this_one() => Machine.HasTable(MeetingAction.Life, """
        Open: Done Dropped
        Done: Verified Open Dropped
        """);

    [Fact]
    public void Whatever_is_done_its_agency_does_it_and_who_called_verifies_or_drops_it()
    {
        string[] agencies = ["water", "county", "fire"];
        Machine.Keeps(
            () => Set().Item1!, MeetingAction.Life, a => a.State, a => a.Version,
            a => (a.State is MeetingActionState.Done or MeetingActionState.Verified) == (a.DoneAt is not null) && (a.VerifiedBy is null or "county") 
                && (a.State != MeetingActionState.Dropped || a.Reason is not null) && (a.DoneAt is null || a.Reason is null),
            (a, n) => Only("water", agencies[n % 3], a.Finish(agencies[n % 3], T0)), (a, n) => Only("county", agencies[n % 3], a.Verify(agencies[n % 3])),
            (a, n) => Only("county", agencies[n % 3], a.Reopen(agencies[n % 3], "No dyke there", T0.AddDays(8), T0)), (a, n) => n % 5 == 0 ? Only("county", agencies[n % 3], a.Drop(agencies[n % 3], "Built already")) : null);
    }

    private static Refusal? Only(string may, string agency, Refusal? refusal)
    {
        Assert.True(agency == may || refusal is { Status: 403 });
        return refusal;
    }

    [Fact]
    public void It_is_agreed_in_a_meeting_that_was_held_by_an_agency_of_it_and_due_after_now()
    {
        Machine.Refused(Set(meeting: MeetingTests.Called()).Item2, "not-held");
        Machine.Refused(Set("harbour").Item2, "not-invited");
        Machine.Refused(Set(days: 0).Item2, "due-in-past");
        Machine.Refused(Set(by: "water").Item2, "not-the-caller");
    }

    [Fact]
    public void What_the_caller_does_itself_one_of_the_invited_verifies()
    {
        var action = Set("county").Item1!;
        Assert.Null(action.Finish("county", T0));
        Machine.Refused(action.Verify("county"), "own-work");
        Machine.Refused(action.Reopen("county", "Not done", T0.AddDays(8), T0), "own-work");
        Machine.Refused(action.Verify("harbour"), "not-invited");
        Assert.Null(action.Verify("fire"));
    }

    [Fact]
    public void Nobody_drops_its_own_work()
    {
        Machine.Refused(Set().Item1!.Drop("water", "Too dear"), "own-work");
        var action = Set("county").Item1!;
        Machine.Refused(action.Drop("county", "Too dear"), "own-work");
        Machine.Refused(action.Drop("county", "Too dear", settles: true), "own-work");
        Machine.Refused(action.Drop("harbour", "Too dear", settles: true), "not-invited");
        Assert.Null(action.Drop("fire", "The dyke is gone"));
        Assert.Equal((MeetingActionState.Dropped, "The dyke is gone"), (action.State, action.Reason));
    }

    [Fact]
    public void One_of_the_invited_that_leads_settles_what_a_silent_caller_leaves_and_not_its_own_work()
    {
        Machine.Refused(Set(by: "fire").Item2, "not-the-caller");
        Machine.Refused(Set(by: "harbour", leads: true).Item2, "not-the-caller");
        var action = Set(by: "fire", leads: true).Item1!;
        Assert.Null(action.Finish("water", T0));
        Machine.Refused(action.Reopen("fire", "Not done", T0.AddDays(8), T0), "not-the-caller");
        Assert.Null(action.Reopen("fire", "Not done", T0.AddDays(8), T0, settles: true));
        Assert.Null(action.Finish("water", T0));
        Machine.Refused(action.Verify("water", settles: true), "own-work");
        Assert.Null(action.Verify("fire", settles: true));
        Machine.Refused(Set().Item1!.Drop("fire", "The dyke is gone"), "not-the-caller");
        Assert.Null(Set().Item1!.Drop("fire", "The dyke is gone", settles: true));
    }

    [Fact]
    public void What_is_not_done_is_open_again_until_another_time()
    {
        var action = Set().Item1!;
        Machine.Refused(action.Finish("fire", T0), "not-the-assignee");
        Machine.Refused(action.Reopen("county", "Not done", T0.AddDays(8), T0), "not-done");
        Assert.Null(action.Finish("water", T0));
        Machine.Refused(action.Reopen("fire", "Not done", T0.AddDays(8), T0), "not-the-caller");
        Machine.Refused(action.Reopen("county", "Not done", T0, T0), "due-in-past");
        Assert.Null(action.Reopen("county", "Not done", T0.AddDays(8), T0));
        Assert.Equal((MeetingActionState.Open, null, T0.AddDays(8)), (action.State, action.DoneAt, action.DueAt));
    }

    [Fact]
    public void Its_clock_is_told_to_its_agency_and_to_who_called_and_all_of_the_meeting_read_it()
    {
        Assert.Equal(["county", "water"], Set().Item1!.Told);
        Assert.Equal(MeetingTests.Held().Audience, Set().Item1!.Audience);
    }
}
