namespace Coordination.PublicInformation.Cap;

/// <summary>A message that another one names.</summary>
/// <param name="Sent">Null where the reference says none, or none that can be read: then it means each message of the name.</param>
internal sealed record CapReference(string Sender, string Identifier, DateTimeOffset? Sent);
