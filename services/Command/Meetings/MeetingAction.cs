using Coordination.Command.Notices;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Meetings;

/// <summary>What a meeting agreed that an agency does, until a moment. The agency says that it is done, and another sees that it is.</summary>
internal sealed class MeetingAction
{
    /// <summary>The clock of its time.</summary>
    public const string ClockKey = "meeting.action";

    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<MeetingActionState> Life = new(
        (MeetingActionState.Open, [MeetingActionState.Done, MeetingActionState.Dropped]),
        (MeetingActionState.Done, [MeetingActionState.Verified, MeetingActionState.Open, MeetingActionState.Dropped]));

    private MeetingAction() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public MeetingActionState State { get; private set; }
    public Guid MeetingId { get; private set; }
    /// <summary>In words; stays in this service.</summary>
    public string Text { get; private set; } = "";
    /// <summary>Who is to do it: an agency of the meeting, never a person.</summary>
    public string Agency { get; private set; } = "";
    public string CalledBy { get; private set; } = "";
    public DateTimeOffset DueAt { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }
    public string? VerifiedBy { get; private set; }
    /// <summary>Why it was dropped, or is open again.</summary>
    public string? Reason { get; private set; }
    /// <summary>Who reads it: those who read the meeting.</summary>
    public string Audience { get; private set; } = "";

    /// <summary>Whom its clock is told to: who is to do it, and who called the meeting.</summary>
    public string[] Told => [CalledBy, Agency];

    /// <param name="meeting">The meeting that agreed it.</param>
    /// <param name="request">What is to be done, by whom and until when.</param>
    /// <param name="agency">Who writes it down: who called the meeting, or one of the invited that leads.</param>
    /// <param name="now">The moment.</param>
    /// <param name="leads">True when that leads the meeting's incident, or keeps the duty in its jurisdiction or above.</param>
    public static (MeetingAction?, Refusal?) Set(Meeting meeting, SetMeetingAction request, string agency, DateTimeOffset now, bool leads = false)
    {
        if (meeting.NotTheirs(agency, leads) is { } stranger) return (null, stranger);
        if (meeting.State is not (MeetingState.Held or MeetingState.Minuted)) return (null, new("not-held", $"The meeting is {meeting.State}: actions are agreed in one that was held and is not closed."));
        if (request.Agency != meeting.CalledBy && !meeting.Agencies.Contains(request.Agency)) return (null, Refusal.Invalid("/agency", "not-invited", "An agency of the meeting does it: who called it, or who was invited."));
        if (request.DueAt <= now) return (null, Refusal.Invalid("/dueAt", "due-in-past", "An action is due after now."));
        return (new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = meeting.ExerciseId,
            MeetingId = meeting.Id,
            Text = request.Text,
            Agency = request.Agency,
            CalledBy = meeting.CalledBy,
            DueAt = request.DueAt,
            Audience = meeting.Audience,
        }, null);
    }

    public Refusal? Finish(string agency, DateTimeOffset at)
    {
        if (agency != Agency) return Refusal.Forbidden("not-the-assignee", $"{Agency} does this, and says when it is done.");
        if (Life.Refuse(State, MeetingActionState.Done) is { } no) return no;
        (State, DoneAt, Reason, Version) = (MeetingActionState.Done, at, null, Version + 1);
        return null;
    }

    /// <summary>By who called the meeting or one of the invited that leads; of the work of who called, or of one that leads, by any of the invited.</summary>
    public Refusal? Verify(string agency, bool settles = false)
    {
        if ((MayNotSettle(agency, settles) ?? Life.Refuse(State, MeetingActionState.Verified)) is { } no) return no;
        (State, VerifiedBy, Version) = (MeetingActionState.Verified, agency, Version + 1);
        return null;
    }

    /// <summary>It is not done, as whoever may verify it sees: it is open again, for a reason, and due at another time.</summary>
    public Refusal? Reopen(string agency, string reason, DateTimeOffset dueAt, DateTimeOffset now, bool settles = false)
    {
        if (MayNotSettle(agency, settles) is { } stranger) return stranger;
        if (State != MeetingActionState.Done) return new Refusal("not-done", $"It is {State}: what is said to be done is opened again.");
        if (dueAt <= now) return Refusal.Invalid("/dueAt", "due-in-past", "An action is due after now.");
        (State, DoneAt, Reason, DueAt, Version) = (MeetingActionState.Open, null, reason, dueAt, Version + 1);
        return null;
    }

    /// <summary>It is no longer to be done, as whoever may verify it says: nobody gives up its own work.</summary>
    public Refusal? Drop(string agency, string reason, bool settles = false)
    {
        if ((MayNotSettle(agency, settles) ?? Life.Refuse(State, MeetingActionState.Dropped)) is { } no) return no;
        (State, DoneAt, Reason, Version) = (MeetingActionState.Dropped, null, reason, Version + 1);
        return null;
    }

    private Refusal? MayNotSettle(string agency, bool settles)
    {
        if (agency == Agency) return Refusal.Forbidden("own-work", "Another agency of the meeting sees that it is done, or drops it.");
        if (!Addressed.Has(Audience, agency)) return Refusal.Forbidden("not-invited", "An agency of the meeting sees that it is done, or drops it.");
        return settles || agency == CalledBy || Agency == CalledBy ? null : Refusal.Forbidden("not-the-caller", $"{CalledBy} called the meeting, and verifies or drops it.");
    }
}
