using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>Readings that are one entry of the access log, as far as this process knows.</summary>
internal readonly record struct AccessKey(long Hour, Guid Subject, Reading By)
{
    internal static long HourOf(DateTimeOffset at) => at.UtcTicks / TimeSpan.TicksPerHour;
}

/// <summary>How often that was. No other process writes the row.</summary>
internal sealed class AccessCount(AccessKey key, SubjectPlace place, DateTimeOffset firstAt)
{
    private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int times = 1, counted = 1;
    private long lastTicks = firstAt.UtcTicks;

    internal AccessKey Key => key;

    internal Guid Id { get; } = Guid.CreateVersion7(firstAt);

    /// <summary>Ends when the entry is durable.</summary>
    internal Task Written => written.Task;

    /// <summary>True when there were more readings than the row says.</summary>
    internal bool IsBehind => Written.IsCompletedSuccessfully && Volatile.Read(ref times) != Volatile.Read(ref counted);

    internal void Again(DateTimeOffset at)
    {
        Interlocked.Exchange(ref lastTicks, at.UtcTicks);
        Interlocked.Increment(ref times);
    }

    internal Access ToRow() => new()
    {
        Id = Id, ExerciseId = place.ExerciseId, Subject = place.Subject, Owner = place.Owner, Agency = key.By.Agency, Person = key.By.Person, Operation = key.By.Operation,
        FirstAt = firstAt, LastAt = firstAt, Times = 1,
    };

    /// <summary>Says the whole number, so that it may be said twice; what it said counts once the transaction is durable.</summary>
    internal async Task<int> WriteAsync(ServiceDb db, CancellationToken ct)
    {
        var (total, last) = (Volatile.Read(ref times), new DateTimeOffset(Volatile.Read(ref lastTicks), TimeSpan.Zero));
        await db.Set<Access>().Where(a => a.Id == Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.Times, total).SetProperty(a => a.LastAt, last), ct);
        return total;
    }

    internal void Said(int total) => Volatile.Write(ref counted, total);

    internal void Succeed() => written.TrySetResult();

    internal void Fail(Exception e)
    {
        written.TrySetException(e);
        // Perhaps nobody else waits for it.
        _ = Written.Exception;
    }
}
