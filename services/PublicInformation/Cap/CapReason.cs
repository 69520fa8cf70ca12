namespace Coordination.PublicInformation.Cap;

/// <summary>Why an alert is shown for a place.</summary>
public enum CapReason
{
    /// <summary>The point lies in a polygon of it.</summary>
    Polygon,
    /// <summary>The point lies in a circle of it.</summary>
    Circle,
    /// <summary>It names the area, a part of it, or what it is a part of.</summary>
    AreaCode,
}
