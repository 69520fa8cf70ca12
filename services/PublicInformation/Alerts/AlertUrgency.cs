namespace Coordination.PublicInformation.Alerts;

/// <summary>CAP 1.2 urgency.</summary>
public enum AlertUrgency
{
    /// <summary>Act now.</summary>
    Immediate,
    /// <summary>Act within the hour.</summary>
    Expected,
    /// <summary>Act in the near future.</summary>
    Future,
    /// <summary>No longer needed.</summary>
    Past,
    /// <summary>Unknown.</summary>
    Unknown,
}
