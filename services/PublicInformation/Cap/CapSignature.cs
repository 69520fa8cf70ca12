namespace Coordination.PublicInformation.Cap;

/// <summary>One XML signature of an alert, looked at by itself.</summary>
/// <param name="Facts">What is so, each apart from the others: <c>Valid</c> with <c>UntrustedKey</c> means that whoever holds this key signed these words, and that nobody here knows the key.</param>
/// <param name="KeySha256">Digest of the key (SubjectPublicKeyInfo), in hexadecimal digits; null where it names none.</param>
public sealed record CapSignature(IReadOnlyList<CapSignatureFact> Facts, string? KeySha256 = null)
{
    /// <summary>By a key that the jurisdiction package names for the sender, with nothing against it.</summary>
    internal bool IsTrusted => Facts is [CapSignatureFact.Valid];
}
