using Coordination.Platform;

namespace Coordination.Mediation.Complaints;

/// <summary>How much work a complaint is; it sets the time for the reply (S4-4).</summary>
public enum ComplaintKind
{
    /// <summary>Put right the same day.</summary>
    Simple,
    /// <summary>Five days.</summary>
    Complex,
    /// <summary>Several departments: ten working days.</summary>
    SeveralDepartments,
}

/// <summary>States of a complaint.</summary>
public enum ComplaintState
{
    /// <summary>Came in.</summary>
    Received,
    /// <summary>Answered.</summary>
    Replied,
    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>
/// A complaint that a body owes a reply to: every matter is answered. It is a duty of the body, never a mark on the one who complains,
/// and it is never passed to the person complained of.
/// </summary>
internal sealed class Complaint
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<ComplaintState> Life = new((ComplaintState.Received, [ComplaintState.Replied]), (ComplaintState.Replied, [ComplaintState.Closed]));

    private Complaint() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    /// <summary>The body that owes the reply.</summary>
    public string Agency { get; private set; } = "";
    public ComplaintKind Kind { get; private set; }
    public ComplaintState State { get; private set; }
    public byte[] Text { get; private set; } = [];
    public byte[] Reply { get; private set; } = [];
    public DateTimeOffset ReceivedAt { get; private set; }
    public DateTimeOffset? RepliedAt { get; private set; }
    public DateTimeOffset? DestroyedAt { get; private set; }

    public static Complaint Receive(ComplaintKind kind, byte[] text, string agency, Guid? exercise, DateTimeOffset at) =>
        new() { Id = Guid.CreateVersion7(), ExerciseId = exercise, Agency = agency, Kind = kind, State = ComplaintState.Received, Text = text, ReceivedAt = at };

    public Refusal? Answer(byte[] reply, DateTimeOffset at)
    {
        if (Move(ComplaintState.Replied) is { } no) return no;
        (Reply, RepliedAt) = (reply, at);
        return null;
    }

    public Refusal? Close() => Move(ComplaintState.Closed);

    public void DestroyWords(DateTimeOffset at)
    {
        (Text, Reply, DestroyedAt) = ([], [], at);
        Version++;
    }

    private Refusal? Move(ComplaintState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}
