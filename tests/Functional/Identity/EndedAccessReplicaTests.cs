using System.Net;
using System.Text.Json.Nodes;
using Coordination.Platform;
using Coordination.Tests.Functional.Platform;
using Coordination.Tests.Functional.Storage;

namespace Coordination.Tests.Functional.Identity;

/// <summary>Two replicas of Command on one database.</summary>
public sealed class EndedAccessReplicaTests : IAsyncLifetime
{
    private readonly Replicas replicas = new("command@access");

    public async ValueTask InitializeAsync() => await replicas.ProvisionAsync();

    public ValueTask DisposeAsync()
    {
        replicas.Delete();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task What_one_replica_ended_the_other_ends_and_takes_back()
    {
        var provider = await Gateway.Edge.ProviderAsync();
        await using var first = await replicas.StartAsync("first", "COORDINATION_AUTHORITY", provider.Address);
        await using var second = await replicas.StartAsync("second", "COORDINATION_AUTHORITY", provider.Address);
        var gone = provider.Token(Officer);
        Assert.Equal(HttpStatusCode.OK, await ReadAsync(second, gone));
        var by = new ApiClient(new Uri(first.Address), provider.Token(c => { c["sub"] = "operator-1"; c["agency"] = "region"; c["roles"] = new JsonArray("operator"); }));
        using var ended = await by.PostAsync("/v1/access-ends", new { kind = "Subject", value = "fire-1", basis = "left the brigade" });
        var end = await ended.JsonAsync();
        Assert.Equal(HttpStatusCode.Unauthorized, await ReadAsync(first, gone));
        await ProbeRegion.UntilAsync(async () => await ReadAsync(second, gone) == HttpStatusCode.Unauthorized);
        using var restored = await by.PostAsync($"/v1/access-ends/{end.GetProperty("id").GetGuid()}/restore", ifMatch: 1);
        Assert.Equal(HttpStatusCode.OK, restored.StatusCode);
        await ProbeRegion.UntilAsync(async () => await ReadAsync(second, gone) == HttpStatusCode.OK);
    }

    private static void Officer(JsonObject claims) => claims["roles"] = new JsonArray("duty-officer");

    private static async Task<HttpStatusCode> ReadAsync(RunningRegion replica, string token)
    {
        using var answer = await new ApiClient(new Uri(replica.Address), token).GetAsync("/v1/incidents");
        return answer.StatusCode;
    }
}
