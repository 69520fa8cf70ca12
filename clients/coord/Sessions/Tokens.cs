using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Sessions;

/// <summary>Where a session's token comes from: the environment, what a person's sign-in left, the provider, or the region's local issuer.</summary>
internal static class Tokens
{
    private const string Secret = "COORDINATION_CLIENT_SECRET";

    /// <exception cref="RegionException">There is none, and why.</exception>
    internal static async Task<string> OfAsync(Session session, CancellationToken ct)
    {
        if (Environment.GetEnvironmentVariable("COORDINATION_TOKEN") is { Length: > 0 } given) return given;
        if (session.Kept is not null) return await Renewal.OfAsync(session, ct);
        if (session.Issuer is { } issuer) return await FromProviderAsync(issuer, session.ClientId ?? "", ct);
        return await RegionClient.At(session.Url).TokenAsync(session.Agency ?? "", session.Roles, session.Subject, ct);
    }

    /// <summary>Client credentials (RFC 6749 4.4), for the audience of a region.</summary>
    private static async Task<string> FromProviderAsync(Uri issuer, string clientId, CancellationToken ct)
    {
        if (Environment.GetEnvironmentVariable(Secret) is not { Length: > 0 } secret) throw new RegionException(Language.Say($"The secret of {clientId} is not set: put it into {Secret}."));
        var provider = await OpenIdProvider.DiscoverAsync(issuer, ct);
        var tokens = await provider.TokensAsync(clientId, secret, new() { ["grant_type"] = "client_credentials", ["audience"] = "coordination" }, ct);
        return tokens["access_token"]!.GetValue<string>();
    }
}
