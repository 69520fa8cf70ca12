namespace Coordination.Contracts.Tokens;

/// <summary>A provider at which people of a region sign in, as anyone is told who asks <c>GET /v1/region</c>.</summary>
/// <param name="Issuer">Its address.</param>
/// <param name="Agencies">For whom it speaks; null for every agency.</param>
internal sealed record OfferedProvider(string Issuer, IReadOnlyList<string>? Agencies)
{
    /// <summary>Without the local issuer, which is found at the region's own address.</summary>
    internal static IReadOnlyList<OfferedProvider> Of(IEnumerable<TrustedProvider> trusted) =>
        [.. trusted.Where(p => p.Issuer is not null ? p.Issuer != IssuerKeys.LocalIssuer : !new Uri(p.Address).IsLoopback).Select(p => new OfferedProvider(p.Issuer ?? p.Address, p.Agencies))];
}
