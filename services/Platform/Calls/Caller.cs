using System.Security.Claims;

namespace Coordination.Platform;

/// <summary>Who calls: taken from the token, never from the body.</summary>
/// <param name="Subject">The person or system (claim <c>sub</c>).</param>
/// <param name="Agency">The agency for which it acts (claim <c>agency</c>).</param>
/// <param name="Region">The region that the token names (claim <c>region</c>).</param>
/// <param name="Roles">Roles held for that agency (claim <c>roles</c>); see <c>Coordination.Contracts.Roles</c>.</param>
public sealed record Caller(string Subject, string Agency, string Region, IReadOnlySet<string> Roles)
{
    /// <summary>Nobody: a call without a token.</summary>
    public static Caller Anonymous { get; } = new("", "", "", new HashSet<string>());

    /// <summary>The service itself: its event handlers, clock reactions and loops. It sees all that it keeps.</summary>
    public static Caller Service { get; } = new("", "", "", new HashSet<string>()) { IsService = true };

    /// <summary>True for <see cref="Service"/> alone; no token makes a caller that.</summary>
    public bool IsService { get; private init; }

    /// <summary>True when the caller holds the role.</summary>
    public bool Has(string role) => Roles.Contains(role);

    internal static Caller From(ClaimsPrincipal user) => user.Identity?.IsAuthenticated != true
        ? Anonymous
        : new(user.FindFirstValue("sub") ?? "", user.FindFirstValue("agency") ?? "", user.FindFirstValue("region") ?? "",
            user.FindAll("roles").Select(c => c.Value).ToHashSet(StringComparer.Ordinal));
}
