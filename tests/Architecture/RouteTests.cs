using Coordination.Host;
using Coordination.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coordination.Tests.Architecture;

public sealed class RouteTests
{
    public static TheoryData<string> Modules => [.. RegionModules.All.Select(m => m.Name)];

    [Theory, MemberData(nameof(Modules))]
    public async Task Every_route_names_the_roles_that_may_call_it_or_says_that_anyone_may(string module)
    {
        foreach (var route in await RoutesAsync(module))
        {
            var roles = route.Metadata.GetMetadata<RequiredRoles>();
            Assert.True(roles is { Roles.Count: > 0 } ^ (route.Metadata.GetMetadata<IAllowAnonymous>() is not null), $"{route.RoutePattern.RawText} ({route.DisplayName})");
        }
    }

    [Theory, MemberData(nameof(Modules))]
    public async Task Every_role_that_a_route_names_exists(string module)
    {
        var known = typeof(Contracts.Roles).GetFields().Select(f => (string)f.GetRawConstantValue()!).ToHashSet();
        foreach (var route in await RoutesAsync(module)) Assert.Subset(known, (route.Metadata.GetMetadata<RequiredRoles>()?.Roles ?? []).ToHashSet());
    }

    [Theory, MemberData(nameof(Modules))]
    public async Task Every_path_starts_with_its_version(string module)
    {
        foreach (var route in await RoutesAsync(module))
            Assert.Matches(@"^/?(v1/|openapi/)", route.RoutePattern.RawText!);
    }

    /// <summary>What is compiled at the first call fails here, not there. The document of the routes is not a use case.</summary>
    [Theory, MemberData(nameof(Modules))]
    public async Task Every_route_waits_for_its_first_call_and_can_then_be_compiled(string module)
    {
        foreach (var route in (await RoutesAsync(module)).Where(r => !r.RoutePattern.RawText!.StartsWith("/openapi", StringComparison.Ordinal)))
            Assert.IsType<LazyHandler>(route.RequestDelegate!.Target).Compile();
    }

    [Fact]
    public async Task Mediation_is_open_to_its_own_people_only()
    {
        foreach (var route in await RoutesAsync("mediation"))
        {
            var text = route.RoutePattern.RawText!;
            if (text.StartsWith("/openapi", StringComparison.Ordinal) || text.StartsWith("/v1/mediation/", StringComparison.Ordinal)) continue;
            Assert.True(route.Metadata.GetMetadata<RequiredRoles>() is { } r && r.Roles.All(x => x == Contracts.Roles.Mediator), $"{text} is open to others");
        }
    }

    [Theory, MemberData(nameof(Modules))]
    public async Task No_route_names_what_is_not_built(string module)
    {
        string[] words = ["person", "petition", "assembly", "protest", "watch-list", "score", "opinion", "sentiment", "surveillance", "suspect", "camera", "informant"];
        foreach (var route in await RoutesAsync(module))
            Assert.DoesNotContain(words, w => route.RoutePattern.RawText!.Replace("spokesperson", "", StringComparison.Ordinal).Contains(w, StringComparison.OrdinalIgnoreCase));
    }

    private static async Task<IReadOnlyList<RouteEndpoint>> RoutesAsync(string name)
    {
        var module = RegionModules.All.First(m => m.Name == name);
        var options = new RegionOptions("local", "none", "cn-default", "https://issuer.invalid", "http://127.0.0.1:0");
        var shared = new SharedParts(options, DataFolder.None, PackageReader.Read(options.Jurisdiction), new LocalBus(), new PeerDirectory(null, TimeProvider.System), new TokenTrust(options, null, TimeProvider.System),
            NullLoggerFactory.Instance, TimeProvider.System, new Stopping(CancellationToken.None));
        await using var app = ModuleApp.Build(module, new ServiceInstance(name, null, options.Region), shared);
        await app.BuildRoutesAsync();
        return [.. app.Routes];
    }
}
