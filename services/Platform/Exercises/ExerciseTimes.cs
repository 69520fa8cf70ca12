using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>The exercises that this service knows, kept in memory and refilled from its store at start.</summary>
public sealed class ExerciseTimes
{
    private static readonly FixedQuery<Func<ServiceDb, Guid, CancellationToken, Task<ExerciseClock?>>> Stored = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, Guid exercise, CancellationToken ct) => db.Set<ExerciseClock>().AsNoTracking().FirstOrDefault(c => c.Id == exercise)));

    private readonly ConcurrentDictionary<Guid, ExerciseClock> known = new();

    /// <summary>True when the exercise has reached this service.</summary>
    public bool Knows(Guid exercise) => known.ContainsKey(exercise);

    /// <summary>Version of the exercise's time that this service works with; 0 when it does not know it.</summary>
    public int VersionOf(Guid exercise) => known.TryGetValue(exercise, out var clock) ? clock.TimeVersion : 0;

    /// <summary>True once the exercise was ended.</summary>
    public bool HasEnded(Guid exercise) => known.TryGetValue(exercise, out var clock) && clock.Ended;

    /// <summary>The domain moment at a real instant: exercise time in an exercise, the instant itself otherwise.</summary>
    public DateTimeOffset Now(Guid? exercise, DateTimeOffset real) =>
        exercise is { } id && known.TryGetValue(id, out var clock) ? clock.At(real) : real;

    /// <summary>The real instant of a domain moment, or null while the exercise holds time before it.</summary>
    public DateTimeOffset? RealOf(Guid? exercise, DateTimeOffset moment) =>
        exercise is not { } id ? moment : known.TryGetValue(id, out var clock) ? clock.RealOf(moment) : null;

    /// <summary>Takes what the store holds: another replica may have heard of the exercise first.</summary>
    internal async Task RefreshAsync(ServiceDb db, Guid exercise, CancellationToken ct)
    {
        if (await Stored.In(db)(db, exercise, ct) is { } stored) Put(stored);
    }

    internal void Put(ExerciseClock clock) => known.AddOrUpdate(clock.Id, clock, (_, old) => clock.TimeVersion > old.TimeVersion ? clock : old);
}
