using Coordination.Platform;

namespace Coordination.Tests.Simulation;

/// <summary>The bus seam: a queue for each consumer, at least once, and in bad weather neither in order nor once.</summary>
internal sealed class SimulatedBroker(World world, Weather weather, Sabotage sabotage)
{
    private readonly List<SimulatedQueue> queues = [];

    internal SimulatedQueue Add(string name, IReadOnlySet<string>? types, Func<IReadOnlyList<Replica>> consumers)
    {
        var queue = new SimulatedQueue(world, name, types, consumers, sabotage.WaitsForTheFirst);
        queues.Add(queue);
        return queue;
    }

    /// <summary>What a process hands its events to: the broker, or each consumer by itself.</summary>
    internal IEventBus BusOf(Machine machine, bool direct) => new Bus(direct
        ? [.. queues.Select(q => new Door(this, machine, q.Name, q.Takes, [q]))]
        : [new Door(this, machine, "broker", _ => true, queues)]);

    /// <summary>Deliveries to a process that died are made again.</summary>
    internal void Died(Machine machine) => queues.ForEach(q => q.Died(machine));

    private BusFault Fault() => weather.Message();

    private void Route(ReceivedEvent e, IEnumerable<SimulatedQueue> to, BusFault fault)
    {
        if (sabotage.Message(world, e) is not { } message) return;
        foreach (var queue in to.Where(q => q.Takes(e.Type)))
            for (var copy = 0; copy < (fault is BusFault.Repeated ? 3 : 1); copy++)
                queue.Enter(message, fault, weather.IsCalm ? TimeSpan.FromMilliseconds(10) : world.UpTo(fault is BusFault.Delayed ? 20 : 0.05));
    }

    private sealed record Bus(IReadOnlyList<IEventReceiver> Receivers) : IEventBus;

    private sealed class Door(SimulatedBroker broker, Machine machine, string name, Func<string, bool> takes, IReadOnlyList<SimulatedQueue> queues) : IEventReceiver
    {
        public string Name => name;

        public string Types => "*";

        public bool Takes(string type) => takes(type);

        public async Task TakeAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
        {
            await machine.PassAsync(machine.World.UpTo(0.02));
            foreach (var e in events)
            {
                var fault = broker.Fault();
                if (fault is not BusFault.None) machine.World.Tell($"{e.Source} {e.Position}: {fault}");
                if (fault is BusFault.Dropped) throw new IOException("simulated: not confirmed");
                broker.Route(e, queues, fault);
                if (fault is BusFault.ConfirmLost) throw new IOException("simulated: the confirmation is lost");
            }
            await machine.PassAsync(machine.World.UpTo(0.02));
        }
    }
}
