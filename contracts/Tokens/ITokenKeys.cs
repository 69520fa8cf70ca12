using Microsoft.IdentityModel.Tokens;

namespace Coordination.Contracts.Tokens;

/// <summary>Whose signatures are believed.</summary>
internal interface ITokenKeys
{
    /// <summary>Who signs; null while that is not known.</summary>
    string? Issuer { get; }

    /// <summary>Another object whenever the keys are others: what was checked with keys of before is checked again.</summary>
    object? Edition { get; }

    /// <summary>The keys of that id, all of them without one.</summary>
    IEnumerable<SecurityKey> Find(string? kid);

    /// <summary>Makes sure that the key is known, if there is such a key.</summary>
    /// <exception cref="IssuerUnavailableException">Nothing is known of the issuer, and it does not answer.</exception>
    Task EnsureAsync(string? kid, CancellationToken ct);
}

/// <summary>No token can be checked now.</summary>
internal sealed class IssuerUnavailableException(string message) : Exception(message);
