namespace Coordination.Tests.Chaos;

/// <summary>One fault of the battery (quality.md 2.3): struck under load, and ended; from its end on the region has sixty seconds to heal by itself.</summary>
internal interface IFault
{
    /// <summary>For example <c>F4 broker killed</c>.</summary>
    string Name { get; }

    /// <summary>Strikes, and returns when it has lasted long enough to matter.</summary>
    Task InjectAsync(BatteryRegion region, CancellationToken ct);

    /// <summary>Takes away what still lasts. Called also when the strike failed.</summary>
    Task EndAsync(BatteryRegion region, CancellationToken ct);
}
