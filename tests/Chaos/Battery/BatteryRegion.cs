using System.Diagnostics;
using Coordination.CommandLine.Servers;
using Coordination.CommandLine.Up;

namespace Coordination.Tests.Chaos;

/// <summary>
/// The region that the battery strikes: each service a process behind the gateway on a private PostgreSQL and RabbitMQ, as <c>coord up</c> starts them,
/// Intake and Command as two replicas. All cells share it, one after the other, and it keeps all that was ever written.
/// </summary>
[CollectionDefinition]
public sealed class BatteryRegion : IAsyncLifetime, ICollectionFixture<BatteryRegion>
{
    private const int Megabytes = 1500;
    private static readonly string[] Away = ["intake", "intake-2", "command", "resources", "exchange"];
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"coordination-battery-{Guid.NewGuid():N}");
    private readonly Dictionary<string, Remote> remotes = [];
    private readonly Dictionary<string, long> strays = [];
    private LocalRegion? running;

    /// <summary>Large enough for the whole battery, small enough to be filled. Null where nobody may mount one: then F6 fails and says so.</summary>
    internal SmallDisk? DatabaseDisk { get; private set; }

    internal SmallDisk? BrokerDisk { get; private set; }

    internal LocalRegion Running => running!;

    internal Door Door => new(running!.Address);

    internal IReadOnlyList<PartView> Parts => [.. running!.Parts.Select(p => p.View)];

    /// <summary>All that clients did since the region began, also in cells that failed.</summary>
    internal IReadOnlyList<Operation> Operations => [.. Logs.SelectMany(ClientLog.Read)];

    /// <summary>What earlier checks found; a cell answers for what is new.</summary>
    internal Checks Checks { get; } = new();

    /// <summary>How many answers everyone has before the strike: a region that has just started compiles its code during the first ones.</summary>
    internal int AnswersBefore => Logs.Length == 0 ? 8 : 2;

    internal BatteryScene Scene { get; private set; } = null!;

    /// <summary>By process: how often it had tried to reach anyone but its peers when the region had started, worked, and come to rest, before any fault.</summary>
    internal IReadOnlyDictionary<string, long> Strays => strays;

    internal string Folder => folder;

    /// <summary>Where a cell's clients write down what they do.</summary>
    internal string LogOf(string cell) => Path.Combine(folder, $"{cell}.clients");

    private string[] Logs => Directory.GetFiles(folder, "*.clients");

    internal RunningPart Part(string name) => running!.Parts.Single(p => p.Part.Name == name);

    /// <summary>A process that has a machine of its own, for cells that strike the network.</summary>
    internal Remote Remote(string name) => remotes.TryGetValue(name, out var remote) ? remote : throw new InvalidOperationException(
        NetworkNamespace.IsPossible ? $"{name} has no machine of its own." : "This cell strikes the network between processes and needs root for its namespaces: run the tests as root.");

    internal IReadOnlyCollection<Remote> Remotes => remotes.Values;

    internal Task MendAsync(CancellationToken ct) => Task.WhenAll(Remotes.Select(r => r.MendAsync(ct)));

    /// <summary>From its next start on, a process runs the program of this folder; null for the build that is tested.</summary>
    internal async Task RunsAsync(string part, string? programs, CancellationToken ct)
    {
        if (programs is null) File.Delete(BuildOf(part));
        else await File.WriteAllTextAsync(BuildOf(part), programs, ct);
    }

    /// <summary>The file that moves the clock of a process (<c>COORDINATION_TEST_CLOCK</c>).</summary>
    internal string ClockOf(string part) => Path.Combine(folder, $"{part}.clock");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(folder);
        if (SmallDisk.IsPossible) (DatabaseDisk, BrokerDisk) = (await SmallDisk.MountAsync(Path.Combine(folder, "postgres"), Megabytes), await SmallDisk.MountAsync(Path.Combine(folder, "rabbitmq"), Megabytes));
        var begun = Stopwatch.GetTimestamp();
        var settings = new UpSettings(folder, null, null, ["intake", "command", .. Programs.Services], Free(), Free(), "chaos") { Place = PlaceAsync };
        running = await LocalRegion.StartAsync(settings, _ => { }, CancellationToken.None);
        await running.ReadyAsync(TimeSpan.FromMinutes(3), CancellationToken.None);
        Scene = await BatteryScene.SetAsync(Door, CancellationToken.None);
        await Healing.RestAsync(Door, Scene.Operator, () => Parts, RegionLoad.Patience, CancellationToken.None);
        Healing.Start = Stopwatch.GetElapsedTime(begun);
        foreach (var remote in Remotes) strays[remote.Name] = await remote.Machine.StraysAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (running is not null) await running.DisposeAsync();
        foreach (var remote in remotes.Values) await remote.DisposeAsync();
        foreach (var disk in new[] { DatabaseDisk, BrokerDisk })
            if (disk is not null) await disk.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private string BuildOf(string part) => Path.Combine(folder, $"{part}.build");

    /// <summary>Some processes are on machines of their own; services' clocks can be moved; any but the issuer can be replaced by another build.</summary>
    private async Task<Part> PlaceAsync(LocalRegion region, Part part, CancellationToken ct)
    {
        if (part.Name is "issuer") return part;
        // The process of the shell becomes the program's: signals reach it.
        const string Start = """if [ -f "$0" ]; then program="$(cat "$0")/${2##*/}"; else program="$2"; fi; run="$1"; shift 2; exec "$run" "$program" "$@" """;
        part = part with { Launcher = ["sh", "-c", Start, BuildOf(part.Name)] };
        if (part.Name is "gateway") return part;
        // A library that reports its usage is not told here to keep silent: the service has seen to that.
        var timed = part with { Environment = new Dictionary<string, string>(part.Environment) { ["COORDINATION_TEST_CLOCK"] = ClockOf(part.Name), ["MASSTRANSIT_USAGE_TELEMETRY"] = "" } };
        if (!Away.Contains(part.Name) || !NetworkNamespace.IsPossible) return timed;
        var (remote, placed) = await Tests.Chaos.Remote.PlaceAsync(region, timed, ct);
        remotes[part.Name] = remote;
        return placed;
    }

    private static Uri Free() => new($"http://127.0.0.1:{ServerProcess.FreePort()}");
}
