using System.Collections.Concurrent;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Tests.Functional.Platform;

/// <summary>Counts what the probe says, one row a probe; fails on probes it was told to fail on.</summary>
internal sealed class WatcherModule(string name = "watcher") : ServiceModule<WatcherDb>
{
    /// <summary>Subjects on which handling fails for now.</summary>
    internal static ConcurrentDictionary<Guid, bool> Poison { get; } = new();

    public override string Name => name;

    public override void Map(IEndpointRouteBuilder routes) { }

    public override void Subscribe(Subscriptions on) => on.Event<ProbeRaised, OnProbeRaised>();
}

internal sealed class WatcherDb(DbContextOptions<WatcherDb> options) : ServiceDb(options)
{
    public DbSet<Tally> Tallies => Set<Tally>();

    protected override void Model(ModelBuilder model) { }
}

/// <summary>How often a probe was heard of, and in which order.</summary>
internal sealed class Tally
{
    public Guid Id { get; set; }
    public int Heard { get; set; }
    public string Order { get; set; } = "";
}

internal sealed class OnProbeRaised(WatcherDb db, ServiceInstance instance) : IHandle<ProbeRaised>
{
    public async Task HandleAsync(ProbeRaised e, EventContext context, CancellationToken ct)
    {
        var tally = await db.Tallies.FindAsync([e.ProbeId], ct);
        if (tally is null) db.Add(tally = new Tally { Id = e.ProbeId });
        tally.Heard++;
        tally.Order += $"{e.Count} ";
        if (instance.Name == "watcher" && WatcherModule.Poison.ContainsKey(e.ProbeId)) throw new InvalidOperationException("poison");
    }
}
