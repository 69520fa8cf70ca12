namespace Coordination.Resources.Messages;

/// <summary>A message of EDXL-RM that an agency sent: what it is, what became of it, and its bytes, sealed, until their time is over.</summary>
internal sealed class RmRecord
{
    /// <summary>Messages of one agency in one thread, and how many of them may wait.</summary>
    public const int MostInThread = 200, MostWaiting = 50;

    private RmRecord() { }

    /// <summary>The message that the steps it makes carry.</summary>
    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    /// <summary>Who sent it.</summary>
    public string Agency { get; private set; } = "";
    public string Thread { get; private set; } = "";
    public string MessageId { get; private set; } = "";
    /// <summary>One agency has one message of an id.</summary>
    public string OnlyOnce { get; private set; } = "";
    public string Type { get; private set; } = "";
    public string? PrecedingId { get; private set; }
    /// <summary>The message that it calls back or replaces.</summary>
    public string? RecallsId { get; private set; }
    /// <summary>Whom it is for, where it begins a thread: codes, separated by commas.</summary>
    public string ToAgencies { get; private set; } = "";
    public bool IsActual { get; private set; }
    public DateTimeOffset SentAt { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }
    public RmState State { get; private set; }
    public RmReason? Reason { get; private set; }
    public string Sha256 { get; private set; } = "";
    /// <summary>The bytes as they came, sealed: they name persons. Null once their time is over.</summary>
    public byte[]? Original { get; private set; }
    /// <summary>What its sender was answered, so that sending it again is answered alike.</summary>
    public string Receipt { get; private set; } = "";

    public static string Key(Guid? exercise, string agency, string messageId) => $"{exercise}/{agency}/{messageId}";

    public static RmRecord Take(
        Guid id, Guid? exercise, string agency, RmDocument message, IEnumerable<string> to, bool isActual, string sha256, byte[] original, DateTimeOffset now) => new()
        {
            Id = id, ExerciseId = exercise, Agency = agency, Thread = message.ThreadId, MessageId = message.MessageId, OnlyOnce = Key(exercise, agency, message.MessageId),
            Type = message.Type, PrecedingId = message.PrecedingId, RecallsId = message.Recall?.MessageId, ToAgencies = string.Join(',', to), IsActual = isActual,
            SentAt = message.SentAt, ReceivedAt = now, State = RmState.Waiting, Reason = RmReason.PrecedingUnknown, Sha256 = sha256, Original = original,
        };

    /// <summary>Whom it is for.</summary>
    public string[] Addressees() => ToAgencies.Split(',', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>When what it says is done: what waited is tried at the moment of the event that it waited for, which may lie before its own.</summary>
    public DateTimeOffset ActsAt(DateTimeOffset now) => ReceivedAt > now ? ReceivedAt : now;

    /// <summary>It stands like this now; true when it stood otherwise.</summary>
    public bool Become(RmState state, RmReason? reason)
    {
        if ((State, Reason) == (state, reason)) return false;
        (State, Reason, Version) = (state, reason, Version + 1);
        return true;
    }

    /// <summary>What its sender is told.</summary>
    public void Answered(string receipt) => Receipt = receipt;

    /// <summary>The time for which its bytes are kept is over. What still waited for them is held.</summary>
    public void Forget()
    {
        if (Original is null) return;
        (Original, Version) = (null, Version + 1);
        if (State == RmState.Waiting) (State, Reason) = (RmState.Held, RmReason.Forgotten);
    }
}
