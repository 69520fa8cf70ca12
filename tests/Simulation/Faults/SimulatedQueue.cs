using Coordination.Platform;

namespace Coordination.Tests.Simulation;

/// <summary>One consumer's queue. Any of the consumer's processes may get a message; one that fails or dies leaves it to be delivered again.</summary>
internal sealed class SimulatedQueue(World world, string name, IReadOnlySet<string>? types, Func<IReadOnlyList<Replica>> consumers, bool waitsForTheFirst)
{
    private readonly List<Delivery> underWay = [];
    private readonly Queue<Delivery> line = new();

    internal string Name => name;

    internal bool Takes(string type) => types is null || types.Contains(type);

    internal void Enter(ReceivedEvent e, BusFault fault, TimeSpan delay)
    {
        var delivery = new Delivery(e) { Repeats = fault is BusFault.AcknowledgementLost ? 1 : 0 };
        if (waitsForTheFirst) line.Enqueue(delivery);
        if (!waitsForTheFirst || line.Count == 1) Later(delivery, delay);
    }

    internal void Died(Machine machine)
    {
        foreach (var delivery in underWay.Where(d => d.At == machine).ToList())
        {
            underWay.Remove(delivery);
            Later(delivery, world.UpTo(1));
        }
    }

    private void Later(Delivery delivery, TimeSpan delay) => world.Outside.Do(async () =>
    {
        await world.Outside.PassAsync(delay);
        Deliver(delivery);
    });

    private void Deliver(Delivery delivery)
    {
        var living = consumers();
        if (living.Count == 0)
        {
            Later(delivery, TimeSpan.FromSeconds(1));
            return;
        }
        var replica = living[world.Random.Next(living.Count)];
        delivery.At = replica.Machine;
        underWay.Add(delivery);
        replica.Machine.Do(() => HandAsync(delivery, replica));
    }

    private async Task HandAsync(Delivery delivery, Replica replica)
    {
        try
        {
            if (waitsForTheFirst) await replica.HandleOrThrowAsync(delivery.Event);
            else await replica.Consumer.TakeAsync([delivery.Event], CancellationToken.None);
            underWay.Remove(delivery);
            if (delivery.Repeats-- > 0) Later(delivery, world.UpTo(3));
            else if (waitsForTheFirst && line.Dequeue() == delivery && line.TryPeek(out var next)) Later(next, TimeSpan.FromMilliseconds(10));
        }
        catch (Exception e)
        {
            world.Tell($"{name} did not take {delivery.Event.Source} {delivery.Event.Position}: {e.Message}");
            underWay.Remove(delivery);
            Later(delivery, world.UpTo(1));
        }
    }

    private sealed class Delivery(ReceivedEvent e)
    {
        internal ReceivedEvent Event => e;

        internal Machine? At { get; set; }

        internal int Repeats { get; set; }
    }
}
