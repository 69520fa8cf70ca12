using System.Text.Json;
using Coordination.AgencyDesk;
using Coordination.Contracts;
using Coordination.Tests.Functional.Exchange;
using Microsoft.AspNetCore.Builder;

namespace Coordination.Tests.Functional.Dapr;

/// <summary>The example app of the agency <c>fire</c>, provisioned and subscribed at a region of processes, with what stands in for its sidecar.</summary>
internal sealed class RunningDesk : IAsyncDisposable
{
    internal const string Agency = "fire";
    private readonly string folder = Directory.CreateTempSubdirectory("desk").FullName;
    private readonly HttpClient http = new();
    private WebApplication? app;

    private RunningDesk(AgencyBroker broker, SidecarStandIn sidecar) => (Broker, Sidecar) = (broker, sidecar);

    internal AgencyBroker Broker { get; }

    internal SidecarStandIn Sidecar { get; }

    internal Uri Address => new(app!.Urls.First());

    /// <param name="region">The region.</param>
    /// <param name="gateway">Where the sidecar finds it; null: where it is.</param>
    internal static async Task<RunningDesk> StartAsync(DistributedRegion region, Uri? gateway = null)
    {
        var broker = await new AgencyBroker(region, Agency).ProvisionAsync();
        var desk = new RunningDesk(broker, await SidecarStandIn.StartAsync(await broker.AddressAsync(), gateway ?? region.Address));
        var token = Path.Combine(desk.folder, "token");
        await File.WriteAllTextAsync(token, region.TokenOf(Agency, Roles.DutyOfficer));
        desk.app = DeskApp.Build(new DeskOptions(Agency, desk.Sidecar.Address, SidecarStandIn.ApiToken, SidecarStandIn.AppToken, token), "http://127.0.0.1:0");
        await desk.app.StartAsync();
        return desk;
    }

    internal async Task<IReadOnlyList<JsonElement>> NoticesAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Address, "/notices"));
        request.Headers.Add("dapr-api-token", SidecarStandIn.AppToken);
        using var answer = await http.SendAsync(request);
        return [.. (await answer.JsonAsync()).EnumerateArray()];
    }

    public async ValueTask DisposeAsync()
    {
        await Sidecar.DisposeAsync();
        await app!.DisposeAsync();
        http.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
