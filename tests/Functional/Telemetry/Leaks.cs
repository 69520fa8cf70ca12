using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Drills;
using Coordination.Tests.Functional.Drills;

namespace Coordination.Tests.Functional.Telemetry;

/// <summary>What people write and how they are reached stays in the one service that took it (design section 2).</summary>
internal static class Leaks
{
    /// <summary>The canaries of a drill that stand in the console, a trace, a metric, a log or another service's file of a region that played it and has stopped.</summary>
    internal static async Task<IReadOnlyList<string>> OfAsync(Drill drill, ProcessRegion region, OtlpReceiver telemetry, CancellationToken ct)
    {
        var places = new Dictionary<string, byte[]> { ["the console"] = Encoding.UTF8.GetBytes(region.Said) };
        foreach (var signal in new[] { "traces", "metrics", "logs" }) places[signal] = [.. telemetry.Received[signal].SelectMany(b => b)];
        Assert.All(places, p => Assert.NotEmpty(p.Value));
        foreach (var file in Directory.GetFiles(region.Folder, "*.db*")) places[Path.GetFileName(file)] = await File.ReadAllBytesAsync(file, ct);
        // The search itself works: what was entrusted to a service in the clear is found there.
        if (drill.Canaries.Count > 0) Assert.Contains(drill.Canaries.Values, c => Forms(c).Any(f => places.Values.Any(bytes => bytes.AsSpan().IndexOf(f) >= 0)));
        return
        [
            .. from canary in drill.Canaries
               let owners = Owners(drill, canary.Key, Directory.GetFiles(region.Folder, "*@*.db").Select(f => Path.GetFileNameWithoutExtension(f)!).ToList())
               from place in places
               where !owners.Contains(place.Key.Split('.')[0]) && Forms(canary.Value).Any(f => place.Value.AsSpan().IndexOf(f) >= 0)
               select $"{canary.Key} stands in {place.Key}",
        ];
    }

    /// <summary>As text, and as JSON escapes it.</summary>
    private static IEnumerable<byte[]> Forms(string canary) => [Encoding.UTF8.GetBytes(canary), Encoding.UTF8.GetBytes(JsonEncodedText.Encode(canary).ToString())];

    /// <summary>The services to which a step of the drill entrusts the canary; of agencies that keep their own books, theirs alone.</summary>
    private static HashSet<string> Owners(Drill drill, string canary, List<string> own) =>
        [.. drill.Steps.SelectMany(s => s.Calls).Where(c => Values.References(c.Body).Contains($"canary.{canary}")).SelectMany(c => InstancesOf(ServiceOf(c.Method, c.Path), c.Path, own))];

    /// <summary>A path whose agency the drill fills in may mean any whose name begins so.</summary>
    private static IEnumerable<string> InstancesOf(string service, string path, List<string> own)
    {
        if (path.Split('/') is not ["", "v1", "agencies", var agency, ..]) return [service];
        var open = agency.IndexOf("{{", StringComparison.Ordinal);
        var meant = own.Where(i => open < 0 ? i == $"{service}@{agency}" : i.StartsWith($"{service}@{agency[..open]}", StringComparison.Ordinal)).ToList();
        return open < 0 && meant.Count > 0 ? meant : [service, .. meant];
    }

    private static string ServiceOf(string method, string path) => Documents().First(d => d.Paths.Any(p => p.Methods.Contains(method.ToLowerInvariant()) && Fits(p.Path, path))).Service;

    private static bool Fits(string template, string path)
    {
        var (wanted, given) = (template.Split('/'), path.Split('?')[0].Split('/'));
        return wanted.Length == given.Length && wanted.Zip(given).All(s => s.First == s.Second || s.First.StartsWith('{'));
    }

    private static IEnumerable<(string Service, List<(string Path, List<string> Methods)> Paths)> Documents() =>
        from file in Directory.GetFiles(Path.Combine(ShippedDrills.Root, "contracts", "openapi"), "*.json")
        let paths = JsonNode.Parse(File.ReadAllText(file))!["paths"]!.AsObject()
        select (Path.GetFileNameWithoutExtension(file), paths.Select(p => (p.Key, p.Value!.AsObject().Select(m => m.Key).ToList())).ToList());
}
