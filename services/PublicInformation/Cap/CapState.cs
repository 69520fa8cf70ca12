namespace Coordination.PublicInformation.Cap;

/// <summary>What has become of a message.</summary>
public enum CapState
{
    /// <summary>In force.</summary>
    Active,
    /// <summary>Sent, and not yet in force.</summary>
    NotYetEffective,
    /// <summary>Another message replaced it.</summary>
    Superseded,
    /// <summary>Another message ended it.</summary>
    Cancelled,
    /// <summary>It ran out, and nobody cancelled it.</summary>
    Expired,
    /// <summary>It names no sender, identifier or moment, or is of no known type: kept, and never in force.</summary>
    Unusable,
}
