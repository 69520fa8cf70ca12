namespace Coordination.PublicInformation.Cap;

/// <summary>CAP's scope.</summary>
public enum CapScope
{
    /// <summary>None that is known: it is not shown to all.</summary>
    Unknown,
    /// <summary>For all.</summary>
    Public,
    /// <summary>For those that a rule names.</summary>
    Restricted,
    /// <summary>For the addressees.</summary>
    Private,
}
