using Coordination.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Simulation;

/// <summary>Careful clients: each sends its command until it is acknowledged, and remembers that. And the operator, who looks after what was set aside.</summary>
internal sealed class Clients(Scenario scenario)
{
    private readonly World world = scenario.World;
    private readonly List<Guid> subjects = [];
    private readonly HashSet<Guid> watches = [];
    private int open;

    internal HashSet<Guid> Attempted { get; } = [];

    internal HashSet<Guid> Acknowledged { get; } = [];

    internal bool AreDone => open == 0;

    /// <summary>Starting a clock leaves the clock, and no row for the command.</summary>
    internal bool IsWatch(Guid command) => watches.Contains(command);

    internal void Start()
    {
        for (var n = 0; n < 2; n++) subjects.Add(NewId());
        for (var n = 4 + world.Random.Next(6); n > 0; n--) Raise(subjects[world.Random.Next(subjects.Count)]);
        for (var n = world.Random.Next(4); n > 0; n--) world.Outside.Do(WatchAsync);
    }

    private void Raise(Guid subject)
    {
        var id = NewId();
        if (world.Happens(0.12)) scenario.Poison.Fail(id, 1 + world.Random.Next(4));
        else if (world.Happens(0.06)) scenario.Poison.Stubborn.Add(id);
        world.Outside.Do(async () =>
        {
            open++;
            await world.Outside.PassAsync(world.UpTo(14));
            await SendAsync(id, (_, db) => Shop.RaiseAsync(db, id, subject, CancellationToken.None));
            open--;
        });
    }

    /// <summary>A duty whose clock is started, and then perhaps paused, resumed or met.</summary>
    private async Task WatchAsync()
    {
        open++;
        var (entity, subject) = (NewId(), subjects[world.Random.Next(subjects.Count)]);
        await world.Outside.PassAsync(world.UpTo(10));
        var from = world.Now + TimeSpan.FromSeconds(world.Random.Next(-3, 3));
        var id = NewId();
        watches.Add(id);
        await SendAsync(id, (scope, db) => Shop.WatchAsync(db, scope.GetRequiredService<Coordination.Platform.Clocks>(), entity, subject, from, CancellationToken.None));
        if (world.Happens(0.5))
        {
            await DutyAsync((clocks, at) => clocks.PauseAsync(Shop.Duty, entity, "simulation", at, CancellationToken.None));
            await DutyAsync((clocks, at) => clocks.ResumeAsync(Shop.Duty, entity, at, CancellationToken.None));
        }
        if (world.Happens(0.5)) await DutyAsync((clocks, at) => clocks.StopAsync(Shop.Duty, entity, at, CancellationToken.None));
        open--;
    }

    private async Task DutyAsync(Func<Coordination.Platform.Clocks, DateTimeOffset, Task<Refusal?>> change)
    {
        await world.Outside.PassAsync(world.UpTo(5));
        var (id, at) = (NewId(), world.Now);
        await SendAsync(id, async (scope, db) =>
        {
            if (await db.Set<Command>().FindAsync(id) is not null) return true;
            db.Add(new Command { Id = id });
            await change(scope.GetRequiredService<Coordination.Platform.Clocks>(), at);
            return true;
        });
    }

    private async Task SendAsync(Guid id, Func<IServiceProvider, SimulatedDb, Task<bool>> work)
    {
        Attempted.Add(id);
        while (!await TryAsync("shop", work)) await world.Outside.PassAsync(world.UpTo(1));
        Acknowledged.Add(id);
    }

    /// <summary>One attempt, at any process of the service. A client that hears nothing gives up after five seconds.</summary>
    private async Task<bool> TryAsync(string service, Func<IServiceProvider, SimulatedDb, Task<bool>> work)
    {
        if (scenario.Living(service) is not { Count: > 0 } living) return false;
        try
        {
            return await living[world.Random.Next(living.Count)].ChangeAsync(work).WaitAsync(TimeSpan.FromSeconds(5), world.Outside.Time);
        }
        catch (Exception e) when (e is TimeoutException or StorageUnavailableException or IOException or DbUpdateException)
        {
            return false;
        }
    }

    /// <summary>Half of what cannot be handled is repaired and tried again, the other half is given up.</summary>
    internal async Task HelpAsync()
    {
        open++;
        foreach (var row in scenario.Ledger.Read("SELECT id FROM deferred WHERE error NOT LIKE 'waits%' ORDER BY position", r => r.GetGuid(0)))
        {
            var repair = world.Happens(0.5);
            if (repair) scenario.Poison.Stubborn.Clear();
            while (!await TryAsync("ledger", (scope, db) => repair ? RetryAsync(scope, db, row) : DiscardAsync(scope, db, row))) await world.Outside.PassAsync(world.UpTo(1));
        }
        scenario.Poison.Stubborn.Clear();
        open--;
    }

    private static async Task<bool> RetryAsync(IServiceProvider scope, SimulatedDb db, Guid row)
    {
        await ServicePages.Retry(row, db, scope.GetRequiredService<Wakes>(), scope.GetRequiredService<AfterCommit>(), CancellationToken.None);
        return true;
    }

    private async Task<bool> DiscardAsync(IServiceProvider scope, SimulatedDb db, Guid row)
    {
        await ServicePages.Discard(row, db, scope.GetRequiredService<Wakes>(), scope.GetRequiredService<AfterCommit>(), CancellationToken.None);
        if (scenario.DiscardForgets) foreach (var inbox in db.ChangeTracker.Entries<InboxRow>().ToList()) inbox.State = EntityState.Detached;
        return true;
    }

    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        world.Random.NextBytes(bytes);
        return new Guid(bytes);
    }
}
