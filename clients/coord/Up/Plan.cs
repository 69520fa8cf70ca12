using Coordination.CommandLine.Servers;

namespace Coordination.CommandLine.Up;

/// <summary>The processes of a region: the issuer, a service instance each, the gateway.</summary>
internal static class Plan
{
    internal static IReadOnlyList<Part> Of(UpSettings settings)
    {
        var issuer = Issuer(settings);
        var authority = new Uri(issuer.Address, "/issuer").ToString();
        var addresses = settings.Instances.ToDictionary(i => i, _ => Free());
        var routes = string.Join(';', addresses.Select(a => $"{a.Key}={Text(a.Value)}"));
        var services = settings.Instances.Select(i => Service(settings, i, authority, addresses[i], routes)).ToList();
        return [issuer, .. services, Gateway(settings, issuer, services, routes)];
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

    private static Part Service(UpSettings settings, string instance, string authority, Uri grpc, string routes)
    {
        var at = Free();
        return new(instance, Programs.Of(instance), ["--modules", instance], new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = Text(at),
            ["COORDINATION_GRPC_URLS"] = Text(grpc),
            ["COORDINATION_GRPC_ROUTES"] = routes,
            ["COORDINATION_DATA"] = Path.Combine(settings.Data, instance),
            ["COORDINATION_REGION"] = settings.Region,
            ["COORDINATION_AUTHORITY"] = authority,
            ["COORDINATION_DATABASE_FILE"] = Path.Combine(settings.Secrets, $"{instance}.database"),
            ["COORDINATION_BROKER_FILE"] = Path.Combine(settings.Secrets, $"{instance}.broker"),
        }, at);
    }

    private static Part Gateway(UpSettings settings, Part issuer, IReadOnlyList<Part> services, string routes) => new("gateway", Programs.Gateway, [], new Dictionary<string, string>
    {
        ["ASPNETCORE_URLS"] = Text(settings.Url),
        ["COORDINATION_GRPC_URLS"] = Text(settings.GrpcUrl),
        ["COORDINATION_ROUTES"] = string.Join(';', services.Append(issuer).Select(p => $"{p.Name}={Text(p.Address)}")),
        ["COORDINATION_GRPC_ROUTES"] = routes,
    }, settings.Url);

    private static Uri Free() => new($"http://127.0.0.1:{ServerProcess.FreePort()}");

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
