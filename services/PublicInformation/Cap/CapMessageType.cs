namespace Coordination.PublicInformation.Cap;

/// <summary>CAP's msgType.</summary>
public enum CapMessageType
{
    /// <summary>None that is known.</summary>
    Unknown,
    /// <summary>A first message.</summary>
    Alert,
    /// <summary>Replaces those that it names.</summary>
    Update,
    /// <summary>Ends those that it names.</summary>
    Cancel,
    /// <summary>Acknowledges those that it names.</summary>
    Ack,
    /// <summary>Says that those that it names were refused.</summary>
    Error,
}
