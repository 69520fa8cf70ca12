using Coordination.CommandLine.Servers;

namespace Coordination.CommandLine.Up;

/// <summary>The processes of a region: the issuer, a service instance each, the gateway.</summary>
internal static class Plan
{
    internal static IReadOnlyList<Part> Of(UpSettings settings)
    {
        var issuer = Issuer(settings);
        var authority = new Uri(issuer.Address, "/issuer").ToString();
        var services = settings.Instances.Select(i => (Part: Service(settings, i, authority, out var grpc), Grpc: grpc)).ToList();
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

    private static Part Service(UpSettings settings, string instance, string authority, out Uri grpc)
    {
        var at = Free();
        grpc = Free();
        return new(instance, Programs.Of(instance), ["--modules", instance], new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = Text(at),
            ["COORDINATION_GRPC_URLS"] = Text(grpc),
            ["COORDINATION_DATA"] = Path.Combine(settings.Data, instance),
            ["COORDINATION_REGION"] = settings.Region,
            ["COORDINATION_AUTHORITY"] = authority,
            ["COORDINATION_DATABASE_FILE"] = Path.Combine(settings.Secrets, $"{instance}.database"),
            ["COORDINATION_BROKER_FILE"] = Path.Combine(settings.Secrets, $"{instance}.broker"),
        }, at);
    }

    private static Part Gateway(UpSettings settings, Part issuer, IReadOnlyList<(Part Part, Uri Grpc)> services) => new("gateway", Programs.Gateway, [], new Dictionary<string, string>
    {
        ["ASPNETCORE_URLS"] = Text(settings.Url),
        ["COORDINATION_GRPC_URLS"] = Text(settings.GrpcUrl),
        ["COORDINATION_ROUTES"] = string.Join(';', services.Select(s => s.Part).Append(issuer).Select(p => $"{p.Name}={Text(p.Address)}")),
        ["COORDINATION_GRPC_ROUTES"] = string.Join(';', services.Select(s => $"{s.Part.Name}={Text(s.Grpc)}")),
    }, settings.Url);

    private static Uri Free() => new($"http://127.0.0.1:{ServerProcess.FreePort()}");

    private static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
