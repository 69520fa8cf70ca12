namespace Coordination.Platform;

/// <summary>An agency that may see what belongs to a subject: it owns it, takes part in it, or was asked to. Never taken back; who could see what is part of the record.</summary>
public sealed class SubjectParty
{
    /// <summary>The subject of the events about it.</summary>
    public Guid Subject { get; init; }

    /// <summary>The agency.</summary>
    public string Agency { get; init; } = "";

    /// <summary>True when it may see and change nothing: it was given a copy.</summary>
    public bool IsReader { get; set; }

    /// <summary>Since when. In an exercise: exercise time.</summary>
    public DateTimeOffset Since { get; init; }
}
