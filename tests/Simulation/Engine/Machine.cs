namespace Coordination.Tests.Simulation;

/// <summary>
/// Where code of one process runs. It can be paused, as by SIGSTOP, and killed: then nothing of it runs again, not even its finally blocks.
/// Its clock may differ from the true one.
/// </summary>
internal sealed class Machine : SynchronizationContext
{
    private readonly int thread = Environment.CurrentManagedThreadId;
    private readonly List<(SendOrPostCallback Callback, object? State)> waiting = [];

    internal Machine(World world, string name, TimeSpan skew)
    {
        (World, Name) = (world, name);
        Time = new SimulatedTime(this, skew);
        world.Add(this);
    }

    internal World World { get; }

    internal string Name { get; }

    internal SimulatedTime Time { get; }

    internal bool IsDead { get; private set; }

    internal Action? WhenKilled { get; set; }

    internal bool IsPaused { get; private set; }

    internal bool IsReady => waiting.Count > 0 && !IsPaused;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (Environment.CurrentManagedThreadId != thread) throw new InvalidOperationException("Something left the one thread.");
        if (!IsDead) waiting.Add((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException("Nothing here blocks.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>Runs one of the pieces of work that are ready, as any thread of a pool might.</summary>
    internal void RunOne()
    {
        var at = World.Random.Next(waiting.Count);
        var (callback, state) = waiting[at];
        waiting.RemoveAt(at);
        SetSynchronizationContext(this);
        callback(state);
    }

    internal void Do(Func<Task> work) => Post(_ => Observe(work), null);

    /// <summary>Runs work here and hands its result to whoever waits elsewhere; never ends when this machine is killed.</summary>
    internal Task<T> AskAsync<T>(Func<Task<T>> work)
    {
        var answer = new TaskCompletionSource<T>();
        Do(async () =>
        {
            try
            {
                answer.TrySetResult(await work());
            }
            catch (Exception e)
            {
                answer.TrySetException(e);
            }
        });
        return answer.Task;
    }

    internal Task PassAsync(TimeSpan time) => Task.Delay(time, Time);

    internal void Pause() => IsPaused = true;

    internal void Resume() => IsPaused = false;

    internal void Kill()
    {
        IsDead = true;
        waiting.Clear();
        World.Remove(this);
        World.Tell($"{Name} is killed");
        WhenKilled?.Invoke();
    }

    private async void Observe(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception e)
        {
            World.Tell($"{Name} ended a loop: {e.GetType().Name} {e.Message}");
            Ended.Add(e);
        }
    }

    /// <summary>What ended a loop that should have run for ever.</summary>
    internal List<Exception> Ended { get; } = [];
}
