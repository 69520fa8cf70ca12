namespace Coordination.Client.Tokens;

/// <summary>Where a client's tokens come from.</summary>
public interface ITokenSource
{
    /// <summary>A token that is good now.</summary>
    /// <param name="renew">True when the region refused the last one: the source asks for another.</param>
    /// <param name="ct">Ends the waiting.</param>
    ValueTask<string> GetAsync(bool renew, CancellationToken ct);
}

/// <summary>One token, from elsewhere.</summary>
/// <param name="token">The token.</param>
public sealed class FixedToken(string token) : ITokenSource
{
    /// <inheritdoc />
    public ValueTask<string> GetAsync(bool renew, CancellationToken ct) => new(token);
}

/// <summary>No token is to be had, and trying again would not help.</summary>
public sealed class TokenException(string message) : Exception(message);
