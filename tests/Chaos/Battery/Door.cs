using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;
using Coordination.CommandLine.Up;

namespace Coordination.Tests.Chaos;

/// <summary>A region as its clients reach it, whatever it is made of.</summary>
internal sealed record Door(Uri Address)
{
    private static readonly TimeSpan ClientPatience = TimeSpan.FromSeconds(10);

    /// <summary>The instances behind it.</summary>
    internal IReadOnlyList<string> Services { get; init; } = Programs.Services;

    /// <summary>A client with a token of the region's issuer, which may be away at first.</summary>
    internal async Task<HttpClient> ClientAsync(string agency, IReadOnlyList<string> roles, CancellationToken ct)
    {
        var token = "";
        await Until.TrueAsync(async () => (token = await TokenAsync(agency, roles, ct) ?? "").Length > 0, RegionLoad.Patience, () => $"the issuer gave {agency} no token");
        var http = new HttpClient { BaseAddress = Address, Timeout = ClientPatience };
        http.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return http;
    }

    /// <summary>What each service says of its journal; empty while one does not answer.</summary>
    internal async Task<IReadOnlyList<JsonNode>> JournalsAsync(HttpClient reader, CancellationToken ct)
    {
        try
        {
            return await Task.WhenAll(Services.Select(async s => (await reader.GetFromJsonAsync<JsonNode>($"/v1/{s}/journal", ct))!));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or JsonException && !ct.IsCancellationRequested)
        {
            return [];
        }
    }

    private async Task<string?> TokenAsync(string agency, IReadOnlyList<string> roles, CancellationToken ct)
    {
        try
        {
            return await RegionClient.At(Address).TokenAsync(agency, roles, null, ct);
        }
        catch (Exception e) when (e is HttpRequestException or RegionException or TaskCanceledException && !ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
