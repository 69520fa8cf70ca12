using Coordination.CommandLine.Servers;

namespace Coordination.CommandLine.Up;

/// <summary>The processes of a region: the issuer, a service instance each, the gateway.</summary>
internal static class Plan
{
    internal static IReadOnlyList<Part> Of(UpSettings settings)
    {
        var issuer = Issuer(settings);
        var authority = new Uri(issuer.Address, "/issuer").ToString();
        var services = settings.Distinct.SelectMany(i => Enumerable.Range(1, settings.ReplicasOf(i)).Select(n => Replica(settings, i, n, authority))).ToList();
        return [issuer, .. services.Select(s => s.Part), Gateway(settings, issuer, services)];
    }

    private static Part Issuer(UpSettings settings)
    {
        var at = Free();
        return new("issuer", Programs.Issuer, ["--issuer"], new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = Text(at),
            ["COORDINATION_DATA"] = Path.Combine(settings.Data, "issuer"),
            ["COORDINATION_REGION"] = settings.Region,
        }, at);
    }

    /// <summary>One replica. The first bears the instance's name; those after it are <c>intake-2</c> and so on, with a folder each and the first one's key.</summary>
    private static Service Replica(UpSettings settings, string instance, int number, string authority)
    {
        var (at, grpc) = (Free(), Free());
        var name = number == 1 ? instance : $"{instance}-{number}";
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = Text(at),
            ["COORDINATION_GRPC_URLS"] = Text(grpc),
            ["COORDINATION_DATA"] = Path.Combine(settings.Data, name),
            ["COORDINATION_REGION"] = settings.Region,
            ["COORDINATION_AUTHORITY"] = authority,
            ["COORDINATION_DATABASE_FILE"] = Path.Combine(settings.Secrets, $"{instance}.database"),
            ["COORDINATION_BROKER_FILE"] = Path.Combine(settings.Secrets, $"{instance}.broker"),
        };
        if (settings.ReplicasOf(instance) > 1) environment["COORDINATION_KEY_FILE"] = settings.KeyOf(instance);
        return new(instance, new(name, Programs.Of(instance), ["--modules", instance], environment, at), grpc);
    }

    private static Part Gateway(UpSettings settings, Part issuer, IReadOnlyList<Service> services) => new("gateway", Programs.Gateway, [], new Dictionary<string, string>
    {
        ["ASPNETCORE_URLS"] = Text(settings.Url),
        ["COORDINATION_GRPC_URLS"] = Text(settings.GrpcUrl),
        ["COORDINATION_ROUTES"] = Routes([.. services.Select(s => (s.Instance, s.Part.Address)), (issuer.Name, issuer.Address)]),
        ["COORDINATION_GRPC_ROUTES"] = Routes(services.Select(s => (s.Instance, s.Grpc))),
    }, settings.Url);

    private static string Routes(IEnumerable<(string Instance, Uri Address)> addresses) =>
        string.Join(';', addresses.GroupBy(a => a.Instance, a => Text(a.Address)).Select(g => $"{g.Key}={string.Join(',', g)}"));

    private static Uri Free() => new($"http://127.0.0.1:{ServerProcess.FreePort()}");

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private sealed record Service(string Instance, Part Part, Uri Grpc);
}
