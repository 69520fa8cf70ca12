namespace Coordination.Platform;

/// <summary>How far a source's events were taken.</summary>
internal sealed class Taken
{
    public required string Source { get; init; }
    public required long Position { get; init; }
}
