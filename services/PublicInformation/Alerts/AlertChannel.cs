namespace Coordination.PublicInformation.Alerts;

/// <summary>A channel.</summary>
public sealed class AlertChannel
{
    /// <summary>Its key, for example <c>cell-broadcast</c>.</summary>
    public string Key { get; set; } = "";

    /// <summary>True when its delivery counts for the push clock.</summary>
    public bool Required { get; set; }
}
