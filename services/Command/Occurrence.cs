using Coordination.Platform;

namespace Coordination.Command;

/// <summary>When something happened that is told now.</summary>
/// <param name="OccurredAt">The moment; that of the call when it is left out.</param>
public sealed record Occurrence([property: NotInFuture] DateTimeOffset? OccurredAt = null);
