using Coordination.Platform;

namespace Coordination.Tests.Simulation;

/// <summary>Notes what the shop raises, and says so: events that come of events.</summary>
internal sealed class LedgerService : SimulatedModule
{
    public override string Name => "ledger";

    public override void Subscribe(Subscriptions on) => on.Event<ThingRaised, OnThingRaised>();
}

/// <summary>Takes every event of the region into its own sequence, as Exchange does.</summary>
internal sealed class BoardService : SimulatedModule
{
    public override string Name => "board";

    public override void Subscribe(Subscriptions on) => on.All<OnAnything>();
}

internal sealed class OnThingRaised(SimulatedDb db, Poison poison) : IHandle<ThingRaised>
{
    public Task HandleAsync(ThingRaised e, EventContext context, CancellationToken ct)
    {
        db.Add(new Effect { Source = context.Source, Position = context.Position, EventId = context.Id, Subject = context.Subject });
        db.Append(context.Subject, new ThingNoted(e.CommandId));
        poison.Meet(e.CommandId);
        return Task.CompletedTask;
    }
}

internal sealed class OnAnything(SimulatedDb db) : IHandleAny
{
    public Task HandleAsync(ReceivedEvent e, EventContext context, CancellationToken ct)
    {
        db.Import(e);
        db.Add(new Effect { Source = e.Source, Position = e.Position, EventId = e.Id, Subject = e.Subject });
        return Task.CompletedTask;
    }
}

/// <summary>Commands whose event cannot be handled: for a while, or until somebody does something about it.</summary>
internal sealed class Poison
{
    private readonly Dictionary<Guid, int> left = [];

    internal ISet<Guid> Stubborn { get; } = new HashSet<Guid>();

    internal void Fail(Guid command, int times) => left[command] = times;

    internal void Meet(Guid command)
    {
        if (Stubborn.Contains(command)) throw new InvalidOperationException("simulated: cannot be handled");
        if (left.GetValueOrDefault(command) is var more && more <= 0) return;
        left[command] = more - 1;
        throw new InvalidOperationException("simulated: cannot be handled yet");
    }
}
