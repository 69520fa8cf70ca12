namespace Coordination.Contracts.Events;

/// <summary>What of a caller's access is ended.</summary>
public enum AccessKind
{
    /// <summary>One token, by its <c>jti</c>.</summary>
    Token,
    /// <summary>Every token of a person or system (<c>sub</c>) that was issued until then.</summary>
    Subject,
    /// <summary>Every token of a client at the provider (<c>client_id</c>), whenever it is issued.</summary>
    Client,
    /// <summary>Every token that is bound to a certificate, by the certificate's thumbprint (RFC 8705, <c>x5t#S256</c>).</summary>
    Certificate,
}

/// <summary>Access was ended before its time. Subject: the ending. For the services alone, who compare the mark with their callers; whose access it was is not said.</summary>
[EventType("command.access-ended.v1", Label = Labels.Red)]
public sealed record AccessEnded(Guid EndId, AccessKind Kind, Guid Mark, DateTimeOffset At) : IEvent;

/// <summary>An ending of access was taken back. Subject: the ending.</summary>
[EventType("command.access-restored.v1", Label = Labels.Red)]
public sealed record AccessRestored(Guid EndId, DateTimeOffset At) : IEvent;
