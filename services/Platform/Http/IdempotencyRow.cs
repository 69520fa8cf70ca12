namespace Coordination.Platform;

/// <summary>The answer to a keyed call, written with its effect (design section 6). Only 2xx answers are kept.</summary>
internal sealed class IdempotencyRow
{
    /// <summary>agency/subject of the caller.</summary>
    public string Caller { get; set; } = "";
    public string Key { get; set; } = "";
    /// <summary>The instance's mark of method, path, exercise and body: it tells nothing of them. Rows of earlier releases have their SHA-256.</summary>
    public byte[] Fingerprint { get; set; } = [];
    public int Status { get; set; }
    public string? ContentType { get; set; }
    public string? Location { get; set; }
    public string? ETag { get; set; }
    public byte[] Body { get; set; } = [];
    public DateTimeOffset CreatedAt { get; set; }
}
