using System.Runtime.CompilerServices;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Functional.Platform;

/// <summary>A region of a probe and two watchers, with a package of its own.</summary>
public class ProbeRegion : IAsyncLifetime
{
    private static readonly ServiceModule[] Modules = [new ProbeModule(), new WatcherModule(), new WatcherModule("second")];
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"coordination-{Guid.NewGuid():N}");

    private string? database;

    internal RunningRegion Running { get; private set; } = null!;

    public ApiClient Reporter => new(new Uri(Running.Address), Running.Issuer!.Token("fire", [Roles.Reporter, Roles.Operator], "reporter-1"));

    /// <summary>Where the region keeps its state; null for files in its folder.</summary>
    protected virtual Task<string?> DatabaseAsync() => Task.FromResult<string?>(null);

    public virtual async ValueTask InitializeAsync()
    {
        database = await DatabaseAsync();
        Directory.CreateDirectory(Path.Combine(folder, "package"));
        await File.WriteAllTextAsync(Path.Combine(folder, "package", "package.yaml"), "id: probe\nversion: 1.0.0\ntimeZone: \"+08:00\"\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "package", "probe.yaml"), "clocks:\n  - key: probe.duty\n    duration: 10\n    unit: minute\n    basis: default\n");
        Running = await StartAsync();
    }

    internal async Task RestartAsync(params string[] args)
    {
        await Running.DisposeAsync();
        Running = await StartAsync(args);
    }

    internal Task<RunningRegion> StartAsync(params string[] args) => StartAsync("data", args);

    /// <summary>With a data folder of its own: on a shared database, a replica.</summary>
    internal Task<RunningRegion> StartAsync(string data, string[] args) =>
        RunningRegion.StartAsync(Arguments.Parse(args, Modules), Modules, Settings(data), TimeProvider.System);

    internal async Task<T> InAsync<TDb, T>(string instance, Func<TDb, Task<T>> read) where TDb : ServiceDb
    {
        await using var scope = Running.Apps.First(a => a.Instance.Name == instance).Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    internal Task<Tally?> TallyAsync(Guid probe, string watcher = "watcher") =>
        InAsync<WatcherDb, Tally?>(watcher, db => db.Tallies.AsNoTracking().FirstOrDefaultAsync(t => t.Id == probe));

    /// <summary>Waits for a condition; never for a time. Three minutes are no bound but a guard against waiting for ever.</summary>
    public static async Task UntilAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!await condition())
        {
            Assert.False(limit.IsCancellationRequested, $"it never came true that {what}");
            await Task.Delay(10);
        }
    }

    public virtual async ValueTask DisposeAsync()
    {
        await Running.DisposeAsync();
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private IConfiguration Settings(string data) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["COORDINATION_DATA"] = Path.Combine(folder, data),
        ["COORDINATION_DATABASE"] = database,
        ["COORDINATION_JURISDICTION"] = Path.Combine(folder, "package"),
        ["COORDINATION_REGION"] = "test",
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
    }).Build();
}
