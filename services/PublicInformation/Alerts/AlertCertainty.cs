namespace Coordination.PublicInformation.Alerts;

/// <summary>CAP 1.2 certainty.</summary>
public enum AlertCertainty
{
    /// <summary>It has happened or is happening.</summary>
    Observed,
    /// <summary>More than half likely.</summary>
    Likely,
    /// <summary>Half likely or less.</summary>
    Possible,
    /// <summary>Not expected.</summary>
    Unlikely,
    /// <summary>Unknown.</summary>
    Unknown,
}
