namespace Coordination.PublicInformation.Cap;

/// <summary>What a document of alerts is.</summary>
public enum CapBodyKind
{
    /// <summary>An alert, or alerts in a row.</summary>
    Cap,
    /// <summary>An Atom feed.</summary>
    Atom,
    /// <summary>An RSS feed.</summary>
    Rss,
    /// <summary>An EDXL-DE envelope.</summary>
    EdxlDe,
    /// <summary>Another wrapper.</summary>
    Other,
}
