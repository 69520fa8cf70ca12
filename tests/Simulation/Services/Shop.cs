using Coordination.Platform;

namespace Coordination.Tests.Simulation;

/// <summary>Takes commands, tells what happened, and has duties with clocks.</summary>
internal sealed class Shop : SimulatedModule
{
    internal const string Duty = "shop.duty";

    public override string Name => "shop";

    public override void React(ClockReactions on)
    {
        on.Warn<OnWarned>(Duty);
        on.Breach<OnBreached>(Duty);
    }

    /// <summary>Carries a command out once, however often it is sent.</summary>
    internal static async Task<bool> RaiseAsync(SimulatedDb db, Guid command, Guid subject, CancellationToken ct)
    {
        if (await db.Set<Command>().FindAsync([command], ct) is not null) return true;
        db.Add(new Command { Id = command });
        var thing = await db.Set<Thing>().FindAsync([subject], ct);
        if (thing is null) db.Add(thing = new Thing { Id = subject });
        else thing.Version++;
        db.Append(subject, new ThingRaised(command, thing.Version));
        return true;
    }

    internal static async Task<bool> WatchAsync(SimulatedDb db, Clocks clocks, Guid entity, Guid subject, DateTimeOffset from, CancellationToken ct)
    {
        if (await clocks.FindAsync(Duty, entity, ct) is null) clocks.Start(Duty, entity, subject, from);
        return true;
    }
}

internal sealed class OnWarned(SimulatedDb db) : IReactToClock
{
    public Task HandleAsync(Clock clock, CancellationToken ct)
    {
        db.Add(new Reaction { ClockId = clock.Id, Step = "Warned" });
        return Task.CompletedTask;
    }
}

internal sealed class OnBreached(SimulatedDb db) : IReactToClock
{
    public Task HandleAsync(Clock clock, CancellationToken ct)
    {
        db.Add(new Reaction { ClockId = clock.Id, Step = "Breached" });
        return Task.CompletedTask;
    }
}
