namespace Coordination.PublicInformation.Cap;

/// <summary>What is so of a signature.</summary>
public enum CapSignatureFact
{
    /// <summary>There is none.</summary>
    Missing,
    /// <summary>It is over this alert, by the key that it names.</summary>
    Valid,
    /// <summary>It is over something else, or by another key.</summary>
    Invalid,
    /// <summary>The package does not name the key for this sender.</summary>
    UntrustedKey,
    /// <summary>SHA-1, or a key that is too short.</summary>
    WeakAlgorithm,
    /// <summary>Its certificate did not hold when the alert came in.</summary>
    ExpiredCertificate,
    /// <summary>It is empty, broken, or signs by a way that is not followed.</summary>
    Malformed,
    /// <summary>It stands beyond the bound of what is looked at in one document: nothing is known of it.</summary>
    NotChecked,
}
