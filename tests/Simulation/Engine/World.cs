namespace Coordination.Tests.Simulation;

/// <summary>
/// One thread and one seed. What is ready runs in an order that the seed chooses; time moves only when nothing is ready. So one seed is one history.
/// </summary>
internal sealed class World
{
    private const int MostSteps = 200_000;
    private readonly PriorityQueue<SimulatedTimer, (DateTimeOffset Due, long Number)> timers = new();
    private readonly List<Machine> machines = [];
    private readonly List<string>? trace;
    private long numbers;
    private int steps;

    internal World(int seed, bool traced = false)
    {
        Random = new Random(seed);
        trace = traced ? [] : null;
        Outside = new Machine(this, "outside", TimeSpan.Zero);
    }

    internal static DateTimeOffset Start { get; } = new(2026, 7, 27, 12, 0, 0, TimeSpan.Zero);

    internal Random Random { get; }

    internal DateTimeOffset Now { get; private set; } = Start;

    /// <summary>Clients, operators and the network: nothing here ever fails.</summary>
    internal Machine Outside { get; }

    internal IReadOnlyList<string> Trace => trace ?? [];

    internal bool IsTraced => trace is not null;

    internal void Add(Machine machine) => machines.Add(machine);

    internal void Remove(Machine machine) => machines.Remove(machine);

    internal bool Happens(double probability) => Random.NextDouble() < probability;

    internal TimeSpan UpTo(double seconds) => TimeSpan.FromMicroseconds(Random.Next(1, (int)(seconds * 1_000_000) + 2));

    internal void Tell(string what) => trace?.Add($"{(Now - Start).TotalSeconds,9:0.000000} {what}");

    internal void Schedule(SimulatedTimer timer, DateTimeOffset due) => timers.Enqueue(timer, (due, numbers++));

    /// <summary>Lets the world run until a moment, or until a condition holds that is looked at whenever time moves.</summary>
    internal bool Run(DateTimeOffset until, Func<bool>? done = null)
    {
        var before = SynchronizationContext.Current;
        try
        {
            while (true)
            {
                while (Ready() is { } machine)
                {
                    machine.RunOne();
                    if (++steps > MostSteps) throw new InvalidOperationException($"It never comes to rest. Its end:\n{string.Join('\n', Trace.TakeLast(40))}");
                }
                if (done?.Invoke() == true) return true;
                if (!timers.TryPeek(out _, out var next) || next.Due > until) break;
                Now = next.Due > Now ? next.Due : Now;
                timers.Dequeue().Fire();
            }
            Now = until > Now ? until : Now;
            return false;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    private Machine? Ready()
    {
        var count = 0;
        Machine? chosen = null;
        foreach (var machine in machines)
            if (machine.IsReady && Random.Next(++count) == 0) chosen = machine;
        return chosen;
    }
}
