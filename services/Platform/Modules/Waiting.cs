namespace Coordination.Platform;

/// <summary>How much waits in a service.</summary>
internal sealed class Waiting
{
    public required long Head { get; init; }
    public required int Unsealed { get; init; }
    public required int Deferred { get; init; }
    public required int Overdue { get; init; }
    public required DateTimeOffset? NextDue { get; init; }
}
