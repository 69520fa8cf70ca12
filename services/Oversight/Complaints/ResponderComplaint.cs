using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Oversight.Complaints;

/// <summary>States of a complaint about a responder.</summary>
public enum ResponderComplaintState
{
    /// <summary>Came in.</summary>
    Received,
    /// <summary>Answered.</summary>
    Answered,
    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>What becomes of its personal data (突发事件应对法 Art. 85).</summary>
public enum RetentionState
{
    /// <summary>Needed.</summary>
    Active,
    /// <summary>The complaint is closed: due to be destroyed.</summary>
    DueForDestruction,
    /// <summary>Kept as evidence, for a reason and until a date.</summary>
    Held,
    /// <summary>Destroyed.</summary>
    Destroyed,
}

/// <summary>
/// A complaint about a responder (突发事件应对法 Art. 9). Words and contact are sealed and shown to auditors of other agencies only, never to the agency
/// complained of.
/// </summary>
internal sealed class ResponderComplaint
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<ResponderComplaintState> Life = new(
        (ResponderComplaintState.Received, [ResponderComplaintState.Answered]),
        (ResponderComplaintState.Answered, [ResponderComplaintState.Closed]));

    /// <summary>The table of retention.</summary>
    public static readonly Lifecycle<RetentionState> Retained = new(
        (RetentionState.Active, [RetentionState.DueForDestruction]),
        (RetentionState.DueForDestruction, [RetentionState.Destroyed, RetentionState.Held]),
        (RetentionState.Held, [RetentionState.Destroyed]));

    private ResponderComplaint() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string AboutAgency { get; private set; } = "";
    public ResponderComplaintState State { get; private set; }
    public RetentionState Retention { get; private set; }
    public byte[] Words { get; private set; } = [];
    public byte[] Contact { get; private set; } = [];
    public DateTimeOffset ReceivedAt { get; private set; }
    public DateTimeOffset? HeldUntil { get; private set; }

    public static ResponderComplaint Receive(string about, byte[] words, byte[] contact, Guid? exercise, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = exercise,
        AboutAgency = about,
        Words = words,
        Contact = contact,
        ReceivedAt = at,
    };

    public Refusal? Answer() => Move(ResponderComplaintState.Answered);

    public Refusal? Close()
    {
        if (Move(ResponderComplaintState.Closed) is { } no) return no;
        Retention = RetentionState.DueForDestruction;
        return null;
    }

    public Refusal? Hold(DateTimeOffset until, DateTimeOffset now)
    {
        if (until <= now || until > now.AddYears(3)) return Refusal.Invalid("/until", "hold-until", "A hold ends after now and within three years.");
        if (Retained.Refuse(Retention, RetentionState.Held) is { } no) return no;
        (Retention, HeldUntil) = (RetentionState.Held, until);
        Version++;
        return null;
    }

    public void Destroy()
    {
        if (!Retained.Allows(Retention, RetentionState.Destroyed)) return;
        (Retention, Words, Contact) = (RetentionState.Destroyed, [], []);
        Version++;
    }

    private Refusal? Move(ResponderComplaintState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
