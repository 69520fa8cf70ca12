using Coordination.CommandLine.Servers;

namespace Coordination.CommandLine.Up;

/// <summary>The processes of a region: the issuer, a service instance each, the gateway.</summary>
internal static class Plan
{
    /// <summary>
    /// A dozen processes share the cores of one machine, and start at once: none of them spins while it has nothing to do, collects with a thread for each core, or
    /// compiles a method again that is not called often. Much of what a restart after a fault takes went there.
    /// </summary>
    private static readonly Dictionary<string, string> Modest = new()
    {
        ["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0",
        ["DOTNET_gcServer"] = "0",
        // Hexadecimal, as the runtime reads it: 512 calls in place of 30.
        ["DOTNET_TC_CallCountThreshold"] = "200",
    };

    internal static IReadOnlyList<Part> Of(UpSettings settings)
    {
        var issuer = Issuer(settings);
        var authority = new Uri(issuer.Address, "/issuer").ToString();
        var places = settings.Distinct.SelectMany(i => Enumerable.Range(1, settings.ReplicasOf(i)).Select(n => new Place(i, n, Free(), Free()))).ToList();
        // A service asks another where the gateway would ask it.
        var grpc = Routes(places.Select(p => (p.Instance, p.Grpc)));
        var http = Routes([.. places.Select(p => (p.Instance, p.At)), (issuer.Name, issuer.Address)]);
        return [issuer, .. places.Select(p => Service(settings, p, authority, grpc)), Gateway(settings, authority, http, grpc)];
    }

    private static Part Issuer(UpSettings settings)
    {
        var at = Free();
        return new("issuer", Programs.Host, ["--issuer"], new Dictionary<string, string>(Modest)
        {
            ["ASPNETCORE_URLS"] = Text(at),
            ["COORDINATION_DATA"] = Path.Combine(settings.Data, "issuer"),
            ["COORDINATION_REGION"] = settings.Region,
        }, at);
    }

    /// <summary>One replica. The first bears the instance's name; those after it are <c>intake-2</c> and so on, with a folder each and the first one's key.</summary>
    private static Part Service(UpSettings settings, Place place, string authority, string grpc)
    {
        var (instance, at) = (place.Instance, place.At);
        var name = place.Number == 1 ? instance : $"{instance}-{place.Number}";
        var environment = new Dictionary<string, string>(Modest)
        {
            ["ASPNETCORE_URLS"] = Text(at),
            ["COORDINATION_GRPC_URLS"] = Text(place.Grpc),
            ["COORDINATION_GRPC_ROUTES"] = grpc,
            ["COORDINATION_DATA"] = Path.Combine(settings.Data, name),
            ["COORDINATION_REGION"] = settings.Region,
            ["COORDINATION_AUTHORITY"] = authority,
            ["COORDINATION_DATABASE_FILE"] = Path.Combine(settings.Secrets, $"{instance}.database"),
            ["COORDINATION_BROKER_FILE"] = Path.Combine(settings.Secrets, $"{instance}.broker"),
        };
        if (settings.ReplicasOf(instance) > 1) environment["COORDINATION_KEY_FILE"] = settings.KeyOf(instance);
        return new(name, Programs.Of(instance), ["--modules", instance], environment, at);
    }

    private static Part Gateway(UpSettings settings, string authority, string http, string grpc) => new("gateway", Programs.Gateway, [], new Dictionary<string, string>(Modest)
    {
        ["ASPNETCORE_URLS"] = Text(settings.Url),
        ["COORDINATION_GRPC_URLS"] = Text(settings.GrpcUrl),
        ["COORDINATION_REGION"] = settings.Region,
        ["COORDINATION_AUTHORITY"] = authority,
        ["COORDINATION_ROUTES"] = http,
        ["COORDINATION_GRPC_ROUTES"] = grpc,
    }, settings.Url);

    private static string Routes(IEnumerable<(string Instance, Uri Address)> addresses) =>
        string.Join(';', addresses.GroupBy(a => a.Instance, a => Text(a.Address)).Select(g => $"{g.Key}={string.Join(',', g)}"));

    private static Uri Free() => new($"http://127.0.0.1:{ServerProcess.FreePort()}");

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private sealed record Place(string Instance, int Number, Uri At, Uri Grpc);
}
