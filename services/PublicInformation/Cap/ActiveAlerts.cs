namespace Coordination.PublicInformation.Cap;

/// <summary>Alerts in force.</summary>
/// <param name="At">The moment at which they are.</param>
/// <param name="Items">The gravest first, then the newest, at most 200.</param>
/// <param name="IsWhole">False where anything was left out: ask for a smaller place.</param>
public sealed record ActiveAlerts(DateTimeOffset At, IReadOnlyList<ActiveAlert> Items, bool IsWhole);
