namespace Coordination.PublicInformation.Alerts;

/// <summary>An earlier message that this one refers to, as CAP names it.</summary>
internal sealed record AlertReference(Guid Id, string Sender, string Identifier, DateTimeOffset Sent, DateTimeOffset Expires);
