using System.Security.Claims;

namespace Coordination.Contracts.Tokens;

/// <summary>What became of a caller's word on who it is. Without holder and fault there was no token.</summary>
/// <param name="Holder">Who calls, when the token is good.</param>
/// <param name="Fault">Why it is not; never with the token, nor with a part of it.</param>
internal readonly record struct TokenVerdict(ClaimsPrincipal? Holder, string? Fault)
{
    internal static TokenVerdict Good(ClaimsPrincipal holder) => new(holder, null);

    internal static TokenVerdict Wrong(string fault) => new(null, fault);
}
