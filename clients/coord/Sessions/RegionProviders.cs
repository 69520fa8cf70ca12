using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Sessions;

/// <summary>
/// The providers at which people of a region sign in, as the region says. A person sees whose page it is; a system's secret goes only to a provider that its
/// owner named.
/// </summary>
internal static class RegionProviders
{
    /// <summary>The one for the agency; null for a region with a local issuer alone.</summary>
    /// <exception cref="RegionException">There is none, or more than one.</exception>
    internal static async Task<Uri?> ChooseAsync(Uri region, string? agency, CancellationToken ct) =>
        Choose(region, (await RegionClient.At(region).ReadAsync(null, "/v1/region", ct))["providers"] as JsonArray ?? [], agency);

    internal static Uri? Choose(Uri region, JsonArray offered, string? agency)
    {
        if (offered.Count == 0) return null;
        if (region.Scheme != "https" && !region.IsLoopback) throw new RegionException(Language.Say($"{region} is not https, so anybody on the way could name its provider: give --issuer and --client."));
        var fits = offered.Where(p => agency is null || Agencies(p) is not { } own || own.Contains(agency, StringComparer.Ordinal)).ToList();
        // The agency's own comes before one that speaks for all.
        var named = fits.Where(p => agency is not null && Agencies(p) is not null).ToList();
        return (named.Count > 0 ? named : fits) switch
        {
            [] => throw new RegionException(Language.Say($"No provider of {region} speaks for {agency}.")),
            [var one] => new Uri(Issuer(one)),
            var several => throw new RegionException(Language.Say($"People of {region} sign in at {string.Join(", ", several.Select(Issuer))}: give --agency, or --issuer and --client.")),
        };
    }

    private static IEnumerable<string>? Agencies(JsonNode? provider) => (provider?["agencies"] as JsonArray)?.Select(a => $"{a}");

    private static string Issuer(JsonNode? provider) => $"{provider?["issuer"]}";
}
