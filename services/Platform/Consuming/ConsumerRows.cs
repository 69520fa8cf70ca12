namespace Coordination.Platform;

/// <summary>One event that a consumer is done with: handled, or discarded by an operator.</summary>
internal sealed class InboxRow
{
    public string Consumer { get; set; } = "";
    public string Source { get; set; } = "";
    public long Position { get; set; }
    public Guid EventId { get; set; }
    public bool Discarded { get; set; }
}

/// <summary>An event set aside: its handling failed, or one before it with the same subject is not done yet.</summary>
internal sealed class DeferredEvent
{
    public Guid Id { get; set; }
    public string Consumer { get; set; } = "";
    public string Source { get; set; } = "";
    public long Position { get; set; }
    public Guid EventId { get; set; }
    public string Type { get; set; } = "";
    public Guid Subject { get; set; }
    public Guid? Exercise { get; set; }
    public string Previous { get; set; } = "";
    public byte[] Header { get; set; } = [];
    public byte[] Data { get; set; } = [];
    public DateTimeOffset NotBefore { get; set; }
    public int Attempts { get; set; }
    /// <summary>Kind of the last failure: an exception's type and place, never its words, which may hold what a person wrote.</summary>
    public string Error { get; set; } = "";
    public DateTimeOffset DeferredAt { get; set; }
}
