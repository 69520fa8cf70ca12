using Coordination.Platform;

namespace Coordination.Tests.Simulation;

/// <summary>One seed: a region of three services under faults, then in calm weather, then helped by an operator. Says what it broke.</summary>
internal sealed class Scenario : IDisposable
{
    private static readonly IReadOnlySet<string> Raised = new HashSet<string> { "shop.thing-raised.v1" };
    private static readonly IReadOnlySet<string> Nothing = new HashSet<string>();
    private readonly Weather weather;
    private readonly Sabotage sabotage;
    private readonly SimulatedBroker broker;
    private readonly bool direct;
    private readonly List<Seat> seats = [];

    internal Scenario(int seed, Sabotage? sabotage = null, bool traced = false)
    {
        this.sabotage = sabotage ?? new Sabotage();
        World = new World(seed, traced);
        weather = new Weather(World);
        broker = new SimulatedBroker(World, weather, this.sabotage);
        direct = World.Happens(0.25);
        Shop = Add(new Shop(), Nothing, 1 + World.Random.Next(2));
        Ledger = Add(new LedgerService(), Raised, 1 + World.Random.Next(2));
        Board = Add(new BoardService(), null, 1);
        Clients = new Clients(this);
    }

    internal World World { get; }

    internal Poison Poison { get; } = new();

    internal SimulatedStore Shop { get; }

    internal SimulatedStore Ledger { get; }

    internal SimulatedStore Board { get; }

    internal Clients Clients { get; }

    internal IReadOnlyList<Replica> Living(string service) => [.. seats.Where(s => s.Module.Name == service && !s.Replica!.Machine.IsDead).Select(s => s.Replica!)];

    /// <summary>Plays the seed. Empty when every promise held.</summary>
    internal IReadOnlyList<string> Run()
    {
        foreach (var seat in seats) Start(seat);
        Clients.Start();
        for (var n = World.Random.Next(5); n > 0; n--) World.Outside.Do(TroubleAsync);
        World.Run(World.Start + TimeSpan.FromSeconds(16));
        weather.Calm();
        World.Tell("the faults end");
        seats.ForEach(s => s.Replica!.Machine.Resume());
        if (!Settles()) return [.. Facts.Blocked(this), .. Facts.Of(this, atRest: false)];
        World.Outside.Do(Clients.HelpAsync);
        if (!Settles()) return [.. Facts.Blocked(this), .. Facts.Of(this, atRest: false)];
        World.Run(World.Now + TimeSpan.FromSeconds(6));
        return Facts.Of(this, atRest: true);
    }

    internal IEnumerable<string> EndedLoops => seats.SelectMany(s => s.Ended()).Concat(World.Outside.Ended.Select(e => $"a client ended: {e}"));

    internal bool DiscardForgets => sabotage.DiscardForgets;

    public void Dispose()
    {
        Shop.Dispose();
        Ledger.Dispose();
        Board.Dispose();
    }

    /// <summary>Five minutes is the longest pause before a deferred event is tried again.</summary>
    private bool Settles()
    {
        var limit = World.Now + TimeSpan.FromMinutes(6);
        do World.Run(World.Now + TimeSpan.FromSeconds(1));
        while (!Rest.Reached(this) && World.Now < limit);
        return World.Now < limit;
    }

    private SimulatedStore Add(SimulatedModule module, IReadOnlySet<string>? types, int replicas)
    {
        var store = new SimulatedStore(World) { Sabotage = sabotage.AfterCommit };
        broker.Add(module.Name, types, () => Living(module.Name));
        for (var n = 1; n <= replicas; n++) seats.Add(new Seat(module, store, $"{module.Name}-{n}", World.UpTo(1) - World.UpTo(1)));
        return store;
    }

    private void Start(Seat seat)
    {
        var machine = new Machine(World, seat.Name, seat.Skew);
        machine.WhenKilled = () =>
        {
            broker.Died(machine);
            World.Outside.Do(async () =>
            {
                await World.Outside.PassAsync(World.UpTo(8));
                Start(seat);
            });
        };
        seat.Replica = new Replica(seat.Module, seat.Store, machine, weather, broker.BusOf(machine, direct), Poison, sabotage);
        seat.Lives.Add(machine);
        seat.Replica.Start();
    }

    private async Task TroubleAsync()
    {
        await World.Outside.PassAsync(World.UpTo(12));
        if (weather.IsCalm) return;
        var machine = seats[World.Random.Next(seats.Count)].Replica!.Machine;
        var (kind, time) = (World.Random.Next(4), World.UpTo(15));
        World.Tell($"trouble {kind} at {machine.Name} for {time.TotalSeconds} s");
        if (kind == 0 && !machine.IsDead) machine.Kill();
        if (kind == 1) machine.Pause();
        if (kind == 2) weather.StoreIsAway = true;
        if (kind == 3) weather.BusIsAway = true;
        await World.Outside.PassAsync(kind == 1 ? time : time / 3);
        if (kind == 1) machine.Resume();
        if (kind == 2) weather.StoreIsAway = false;
        if (kind == 3) weather.BusIsAway = false;
    }

    private sealed record Seat(SimulatedModule Module, SimulatedStore Store, string Name, TimeSpan Skew)
    {
        internal Replica? Replica { get; set; }

        internal List<Machine> Lives { get; } = [];

        internal IEnumerable<string> Ended() => Lives.SelectMany(m => m.Ended).Select(e => $"a loop of {Name} ended: {e.GetType().Name} {e.Message}");
    }
}
