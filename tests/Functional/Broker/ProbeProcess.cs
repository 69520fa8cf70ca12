using Coordination.Contracts;
using Coordination.Platform;
using Coordination.Tests.Functional.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Functional.Broker;

/// <summary>One instance as if it were a process of its own: its own folder, files and listener; only the broker is shared.</summary>
internal sealed class ProbeProcess : IAsyncDisposable
{
    private static readonly ServiceModule[] Modules = [new ProbeModule(), new WatcherModule(), new WatcherModule("second")];
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"coordination-{Guid.NewGuid():N}");
    private readonly string instances;
    private readonly string broker;

    private ProbeProcess(string instances, string broker) => (this.instances, this.broker) = (instances, broker);

    internal RunningRegion Running { get; private set; } = null!;

    internal ApiClient Client => new(new Uri(Running.Address), Running.Issuer!.Token("fire", [Roles.Reporter, Roles.Operator], "reporter-1"));

    internal static async Task<ProbeProcess> StartAsync(BrokerFixture broker, string instances)
    {
        var process = new ProbeProcess(instances, broker.SecretOf("{instance}"));
        var package = Directory.CreateDirectory(Path.Combine(process.folder, "package")).FullName;
        await File.WriteAllTextAsync(Path.Combine(package, "package.yaml"), "id: probe\nversion: 1.0.0\ntimeZone: \"+08:00\"\n");
        await File.WriteAllTextAsync(Path.Combine(package, "probe.yaml"), "clocks:\n  - key: probe.duty\n    duration: 10\n    unit: minute\n    basis: default\n");
        await process.StartAsync();
        return process;
    }

    internal async Task StartAsync() => Running = await RunningRegion.StartAsync(Arguments.Parse(["--modules", instances], Modules), Modules,
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["COORDINATION_DATA"] = Path.Combine(folder, "data"),
            ["COORDINATION_JURISDICTION"] = Path.Combine(folder, "package"),
            ["COORDINATION_REGION"] = "test",
            ["COORDINATION_BROKER_FILE"] = broker,
            ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
        }).Build(), TimeProvider.System);

    internal Task StopAsync() => Running.DisposeAsync().AsTask();

    internal async Task<T> InAsync<TDb, T>(string instance, Func<TDb, Task<T>> read) where TDb : ServiceDb
    {
        await using var scope = Running.Apps.First(a => a.Instance.Name == instance).Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    internal Task<Tally?> TallyAsync(Guid probe, string watcher = "watcher") =>
        InAsync<WatcherDb, Tally?>(watcher, db => db.Tallies.AsNoTracking().FirstOrDefaultAsync(t => t.Id == probe));

    internal Task<List<DeferredEvent>> DeferredAsync(string watcher = "watcher") =>
        InAsync<WatcherDb, List<DeferredEvent>>(watcher, db => db.Set<DeferredEvent>().AsNoTracking().OrderBy(d => d.Position).ToListAsync());

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(folder, recursive: true);
    }
}
