namespace Coordination.Platform;

/// <summary>
/// An entry of the access log: who of an agency read what belongs to another, by which operation, within one hour. Never what was read.
/// All instants are real time, in an exercise too: the reader is real.
/// </summary>
public sealed class Access
{
    /// <summary>Grows with time.</summary>
    public Guid Id { get; init; }

    /// <summary>The exercise that the subject belongs to, or null.</summary>
    public Guid? ExerciseId { get; init; }

    /// <summary>What was read about.</summary>
    public Guid Subject { get; init; }

    /// <summary>Whose it is, who reads this entry; empty where that was not kept.</summary>
    public string Owner { get; init; } = "";

    /// <summary>The agency that read.</summary>
    public string Agency { get; init; } = "";

    /// <summary>The person or system that the token named; of a webhook its subscription.</summary>
    public string Person { get; init; } = "";

    /// <summary>How it was read: the name of the operation, or <c>webhook</c>.</summary>
    public string Operation { get; init; } = "";

    /// <summary>When it was read first within the hour.</summary>
    public DateTimeOffset FirstAt { get; init; }

    /// <summary>When last, as far as it is counted.</summary>
    public DateTimeOffset LastAt { get; init; }

    /// <summary>How often, as far as it is counted.</summary>
    public int Times { get; init; }
}
