namespace Coordination.Tests.Chaos;

/// <summary>A process speaks with its broker, its database, the issuer and who calls it, and with nobody else: no usage is reported, no name is asked for.</summary>
[Collection(typeof(BatteryRegion))]
public sealed class StrayTests(BatteryRegion region)
{
    [Fact]
    public void No_process_of_a_region_calls_anyone_but_its_peers()
    {
        Assert.True(region.Strays.Count >= 5, "This needs root for network namespaces: run the tests as root.");
        Assert.All(region.Strays, s => Assert.True(s.Value == 0, $"{s.Key} tried {s.Value} times to reach somebody else"));
    }

    [Theory]
    [InlineData("/dev/tcp/203.0.113.1/443")]
    [InlineData("/dev/udp/127.0.0.53/53")]
    public async Task Whoever_calls_somebody_else_is_seen(string somebody)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var machine = await NetworkNamespace.CreateAsync(ct);
        Assert.Equal(0, await machine.StraysAsync(ct));
        await Shell.TryAsync(ct, [.. machine.Launcher, "bash", "-c", $"echo hello > {somebody}"]);
        Assert.NotEqual(0, await machine.StraysAsync(ct));
    }
}
