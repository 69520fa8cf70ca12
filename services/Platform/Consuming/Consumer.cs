using System.Diagnostics;
using Coordination.Contracts.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>
/// Takes each event once, in order for its subject (design section 4). The handler's changes and the inbox row commit together. An event whose
/// predecessor is not done, or whose handling fails three times, is set aside; those after it wait behind it, all others go on.
/// </summary>
internal sealed partial class Consumer(
    ServiceInstance instance, Subscriptions subscriptions, IWriteLane lane, IServiceScopeFactory scopes, EventHandling handling, Wakes wakes,
    ExerciseTimes times, TimeProvider time, ILogger<Consumer> log) : IEventReceiver
{
    private const int QuickTries = 3;
    private const int Together = 64;
    private const uint Parts = 4;
    private static readonly string ChangeOfTime = EventTypes.NameOf(typeof(ExerciseTimeChanged));

    public string Name => instance.Name;

    public string Types => subscriptions.TakesAll ? "*" : string.Join(' ', subscriptions.Types.Order(StringComparer.Ordinal));

    /// <summary>Its own imports never come back to it: they are not relayed.</summary>
    public bool Takes(string type) => subscriptions.Takes(type);

    /// <summary>
    /// What arrived together is handled together, in one transaction; one event that cannot be, and the transaction leaves nothing: then each is taken by
    /// itself. A lane that is not serial takes several parts at once, each with all events of its subjects.
    /// </summary>
    public Task TakeAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct) =>
        Task.WhenAll(events.GroupBy(e => lane.IsSerial ? 0 : (uint)e.Subject.GetHashCode() % Parts).Select(async part =>
        {
            foreach (var some in Runs(part, e => e.Type)) await TakeEachAsync(some.Count > 1 ? await TogetherAsync(some, ct) : some, ct);
        }));

    /// <summary>What is taken together. A change of an exercise's time stands alone: those after it are reckoned by it, and find it committed.</summary>
    internal static IEnumerable<IReadOnlyList<T>> Runs<T>(IEnumerable<T> events, Func<T, string> typeOf)
    {
        var run = new List<T>();
        foreach (var e in events)
        {
            var changesTime = typeOf(e) == ChangeOfTime;
            if (run.Count == Together || (changesTime && run.Count > 0))
            {
                yield return run;
                run = [];
            }
            run.Add(e);
            if (!changesTime) continue;
            yield return run;
            run = [];
        }
        if (run.Count > 0) yield return run;
    }

    /// <summary>A serial lane takes them in order, in shared flushes. Another one takes the subjects at once, and each one's events in turn.</summary>
    private Task TakeEachAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct) => lane.IsSerial
        ? Task.WhenAll(events.Select(e => TakeAsync(e, ct)))
        : Task.WhenAll(events.GroupBy(e => (e.Source, e.Subject)).Select(async subject =>
        {
            foreach (var e in subject) await TakeAsync(e, ct);
        }));

    private Task<bool> TakeAsync(ReceivedEvent e, CancellationToken ct) => lane.RunAsync(t => TakeAsync(t, e, ct), ct);

    /// <summary>Those that are to be taken one by one: all, when any of them failed.</summary>
    private async Task<IReadOnlyList<ReceivedEvent>> TogetherAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        try
        {
            return await lane.RunAsync(t => TogetherAsync(t, events, ct), ct);
        }
        catch (Exception e) when (e is not (OperationCanceledException or StorageUnavailableException))
        {
            return events;
        }
    }

    private async Task<IReadOnlyList<ReceivedEvent>> TogetherAsync(WriteTransaction transaction, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var standing = await StandingAsync(transaction, events, ct);
        var (ready, left) = (new List<ReceivedEvent>(events.Count), new List<ReceivedEvent>());
        foreach (var e in events)
        {
            if (IsOver(standing, e)) continue;
            if (standing.IsHeld(e) || standing.WaitsFor(e) is not null) left.Add(e);
            else
            {
                ready.Add(e);
                standing.Handle(e);
            }
        }
        if (!lane.IsSerial) await InScopeAsync(transaction, db => RefreshAsync(db, ready, ct));
        for (var n = 0; n < ready.Count; n++) await handling.RunAsync(transaction, ready[n], ct, isLast: n == ready.Count - 1, isAmongOthers: true);
        return left;
    }

    /// <summary>In the transaction: what changes a time meanwhile, and what is reckoned by it here, then do not both commit.</summary>
    internal async Task<bool> RefreshAsync(ServiceDb db, IEnumerable<ReceivedEvent> events, CancellationToken ct)
    {
        if (lane.IsSerial) return true;
        foreach (var exercise in events.Select(e => e.Exercise).OfType<Guid>().Distinct()) await times.RefreshAsync(db, exercise, ct);
        return true;
    }

    internal async Task<bool> TakeAsync(WriteTransaction transaction, ReceivedEvent e, CancellationToken ct)
    {
        var standing = await StandingAsync(transaction, [e], ct);
        if (IsOver(standing, e)) return true;
        var wait = standing.WaitsFor(e);
        if ((wait is null ? await TryAsync(transaction, e, ct) : $"waits for position {wait}") is not { } error) return true;
        await InScopeAsync(transaction, async db =>
        {
            db.Add(Defer(e, error, wait is null ? QuickTries : 0));
            await db.SaveChangesAsync(ct);
            Failpoint.Hit("defer.written");
            return true;
        });
        transaction.AfterCommit(wakes.Deferred.Pulse);
        return true;
    }

    /// <summary>Nothing is left to do for it.</summary>
    private bool IsOver(Standing standing, ReceivedEvent e)
    {
        if (standing.IsDone(e)) Telemetry.Duplicates.Add(1, new KeyValuePair<string, object?>("consumer", Name));
        if (standing.IsForked(e)) Forked(log, Name, e.Source, e.Position);
        return standing.IsDone(e) || standing.IsSetAside(e);
    }

    /// <summary>Rows of the inbox stay as they are, so they may be looked at from outside, where a look stands in no other event's way. Their key decides.</summary>
    private Task<Standing> StandingAsync(WriteTransaction transaction, IReadOnlyList<ReceivedEvent> events, CancellationToken ct) =>
        InScopeAsync(lane.IsSerial ? transaction : null, db => Standing.AskAsync(db, Name, subscriptions, events, ct));

    /// <summary>Null once handled; otherwise how the last attempt failed. Failed attempts leave nothing behind.</summary>
    private async Task<string?> TryAsync(WriteTransaction transaction, ReceivedEvent e, CancellationToken ct)
    {
        string? error = null;
        for (var attempt = 1; attempt <= QuickTries; attempt++)
        {
            await transaction.MarkAsync("attempt");
            try
            {
                await handling.RunAsync(transaction, e, ct, isLast: true);
                return null;
            }
            catch (Exception failure) when (failure is not OperationCanceledException && !transaction.RunsAgainAfter(failure))
            {
                await transaction.ReturnToAsync("attempt");
                error = Describe(failure);
                if (attempt == QuickTries) Failed(log, failure, Name, e.Type, e.Source, e.Position);
            }
        }
        return error;
    }

    /// <summary>How those stand that were set aside before.</summary>
    internal Task<Standing> StandingAsync(ServiceDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct) => Standing.AskAsync(db, Name, subscriptions, events, ct);

    /// <summary>The kind of failure and where, without its words: they may hold what a person wrote.</summary>
    internal static string Describe(Exception e) =>
        $"{e.GetType().Name} in {new StackTrace(e).GetFrames().Select(f => f.GetMethod()?.DeclaringType?.Name).FirstOrDefault(n => n is not null) ?? "?"}";

    private DeferredEvent Defer(ReceivedEvent e, string error, int attempts) => new()
    {
        Id = Guid.CreateVersion7(),
        Consumer = Name,
        Source = e.Source,
        Position = e.Position,
        EventId = e.Id,
        Type = e.Type,
        Subject = e.Subject,
        Exercise = e.Exercise,
        Previous = e.Previous,
        Header = e.Header.ToArray(),
        Data = e.Data.ToArray(),
        NotBefore = time.GetUtcNow() + TimeSpan.FromSeconds(1),
        Attempts = attempts,
        Error = error,
        DeferredAt = time.GetUtcNow(),
    };

    private async Task<T> InScopeAsync<T>(WriteTransaction? transaction, Func<ServiceDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        transaction?.Join(db);
        return await work(db);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Consumer} failed on {Type} from {Source} at {Position}; it is set aside")]
    private static partial void Failed(ILogger log, Exception e, string consumer, string type, string source, long position);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Consumer} saw two events from {Source} at position {Position}: that journal was restored or forked")]
    private static partial void Forked(ILogger log, string consumer, string source, long position);
}
