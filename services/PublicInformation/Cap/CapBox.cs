namespace Coordination.PublicInformation.Cap;

/// <summary>Degrees; west and east may lie beyond 180.</summary>
internal sealed record CapBox(double South, double West, double North, double East);
