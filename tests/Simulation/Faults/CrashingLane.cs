using Coordination.Platform;

namespace Coordination.Tests.Simulation;

/// <summary>The store seam with crash points: a transaction can fail before, while and after it commits, and its process can die around it.</summary>
internal sealed class CrashingLane(SimulatedStore store, Machine machine, Weather weather) : IWriteLane
{
    /// <summary>A store that says it committed, and did not.</summary>
    internal double Lies { get; set; }

    public bool IsSerial => true;

    public async Task<T> RunAsync<T>(Func<WriteTransaction, Task<T>> work, CancellationToken ct, Guard guard = Guard.Serial)
    {
        await machine.PassAsync(machine.World.UpTo(0.02));
        var point = weather.Transaction();
        if (point is not CrashPoint.None) machine.World.Tell($"{machine.Name}: a transaction meets {point}");
        if (point is CrashPoint.Refused) throw new StorageUnavailableException("simulated: refused");
        if (point is CrashPoint.KilledBefore) await DieAsync();
        var lies = Lies > 0 && machine.World.Happens(Lies);
        var (value, transaction) = await store.RunAsync(work, commits: point is not CrashPoint.Lost && !lies);
        if (point is CrashPoint.Lost) throw new StorageUnavailableException("simulated: the commit failed");
        store.Sabotage?.Invoke(store);
        if (point is CrashPoint.AnswerLost) throw new IOException("simulated: the connection broke after the commit");
        if (point is CrashPoint.KilledAfter) await DieAsync();
        if (!transaction.IsUndone) transaction.Committed();
        await machine.PassAsync(machine.World.UpTo(0.005));
        return value;
    }

    private Task DieAsync()
    {
        machine.Kill();
        return new TaskCompletionSource().Task;
    }
}
