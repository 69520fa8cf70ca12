namespace Coordination.Tests.Architecture;

/// <summary>The gateway lives by documents alone, and it alone proxies.</summary>
public sealed class GatewayTests
{
    private static readonly List<string> Projects = [.. Directory.EnumerateFiles(Root.Path, "*.csproj", SearchOption.AllDirectories)
        .Where(f => !f.Contains("/artifacts/", StringComparison.Ordinal))];

    [Fact]
    public void The_gateway_knows_no_service_and_no_building_block() =>
        Assert.DoesNotContain("<ProjectReference", File.ReadAllText(Root.At("gateway", "Gateway.csproj")), StringComparison.Ordinal);

    [Fact]
    public void Only_the_gateway_has_the_proxy() =>
        Assert.All(Projects.Where(p => File.ReadAllText(p).Contains("Yarp.ReverseProxy", StringComparison.Ordinal)), p => Assert.Contains(Path.GetFileName(p), (string[])["Gateway.csproj", "Bench.csproj"]));

    /// <summary>The one affinity policy of the proxy that needs an assembly which is pruned is its default.</summary>
    [Fact]
    public void No_session_clings_to_a_replica() =>
        Assert.DoesNotContain(Source.All.Where(s => s.IsIn("gateway")), s => s.Text.Contains("SessionAffinity", StringComparison.Ordinal));
}
