namespace Coordination.PublicInformation.Alerts;

/// <summary>CAP 1.2 responseType: what people are asked to do.</summary>
public enum AlertResponse
{
    /// <summary>Take shelter.</summary>
    Shelter,
    /// <summary>Leave.</summary>
    Evacuate,
    /// <summary>Make ready.</summary>
    Prepare,
    /// <summary>Do what was planned.</summary>
    Execute,
    /// <summary>Keep away.</summary>
    Avoid,
    /// <summary>Stay informed.</summary>
    Monitor,
    /// <summary>The danger is over.</summary>
    AllClear,
    /// <summary>Nothing.</summary>
    None,
}
