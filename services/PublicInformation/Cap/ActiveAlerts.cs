namespace Coordination.PublicInformation.Cap;

/// <summary>Alerts in force.</summary>
/// <param name="At">The moment at which they are.</param>
/// <param name="Items">The newest first, at most 200.</param>
/// <param name="IsWhole">False where there are more.</param>
public sealed record ActiveAlerts(DateTimeOffset At, IReadOnlyList<ActiveAlert> Items, bool IsWhole);
