using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>
/// Takes each event once, in order for its subject (design section 4). The handler's changes and the inbox row commit together. An event whose
/// predecessor is not done, or whose handling fails three times, is set aside; those after it wait behind it, all others go on.
/// </summary>
internal sealed partial class Consumer(
    ServiceInstance instance, Subscriptions subscriptions, IWriteLane lane, IServiceScopeFactory scopes, WriteScope writes, Wakes wakes,
    TimeProvider time, ILogger<Consumer> log) : IEventReceiver
{
    private const int QuickTries = 3;

    public string Name => instance.Name;

    public string Types => subscriptions.TakesAll ? "*" : string.Join(' ', subscriptions.Types.Order(StringComparer.Ordinal));

    /// <summary>Its own imports never come back to it: they are not relayed.</summary>
    public bool Takes(string type) => subscriptions.Takes(type);

    /// <summary>A serial lane takes all at once, in order, in shared flushes. Another one takes the subjects at once, and each one's events in turn.</summary>
    public Task TakeAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct) => lane.IsSerial
        ? Task.WhenAll(events.Select(e => TakeAsync(e, ct)))
        : Task.WhenAll(events.GroupBy(e => (e.Source, e.Subject)).Select(async subject =>
        {
            foreach (var e in subject) await TakeAsync(e, ct);
        }));

    private Task<bool> TakeAsync(ReceivedEvent e, CancellationToken ct) => lane.RunAsync(t => TakeAsync(t, e, ct), ct);

    internal async Task<bool> TakeAsync(WriteTransaction transaction, ReceivedEvent e, CancellationToken ct)
    {
        // Rows of the inbox stay as they are, so they may be looked at from outside, where a look stands in no other event's way. Its key decides.
        if (await InScopeAsync(lane.IsSerial ? transaction : null, db => StandingAsync(db, e, ct)) is not { } wait) return true;
        if ((wait.Length > 0 ? wait : await TryAsync(transaction, e, ct)) is not { } error) return true;
        await InScopeAsync(transaction, async db =>
        {
            db.Add(Defer(e, error, wait.Length > 0 ? 0 : QuickTries));
            await db.SaveChangesAsync(ct);
            Failpoint.Hit("defer.written");
            return true;
        });
        transaction.AfterCommit(wakes.Deferred.Pulse);
        return true;
    }

    /// <summary>Null once handled; otherwise how the last attempt failed. Failed attempts leave nothing behind.</summary>
    private async Task<string?> TryAsync(WriteTransaction transaction, ReceivedEvent e, CancellationToken ct)
    {
        string? error = null;
        for (var attempt = 1; attempt <= QuickTries; attempt++)
        {
            await transaction.MarkAsync("attempt");
            try
            {
                await HandleAsync(transaction, e, ct, isLast: true);
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

    /// <summary>Null when there is nothing to do; otherwise why it must wait, or an empty text when it may be handled. One question to the store.</summary>
    private async Task<string?> StandingAsync(ServiceDb db, ReceivedEvent e, CancellationToken ct)
    {
        var before = Before(e);
        var known = await db.Set<InboxRow>().Where(r => r.Consumer == Name && r.Source == e.Source && (r.Position == e.Position || r.Position == before))
            .Select(r => new { r.Position, r.EventId, IsDone = true })
            .Concat(db.Set<DeferredEvent>().Where(d => d.Consumer == Name && d.Source == e.Source && d.Position == e.Position)
                .Select(d => new { d.Position, d.EventId, IsDone = false }))
            .ToListAsync(ct);
        if (known.Find(k => k.IsDone && k.Position == e.Position) is { } done)
        {
            Telemetry.Duplicates.Add(1, new KeyValuePair<string, object?>("consumer", Name));
            if (done.EventId != e.Id) Forked(log, Name, e.Source, e.Position);
            return null;
        }
        if (known.Exists(k => !k.IsDone)) return null;
        return before == 0 || known.Exists(k => k.Position == before) ? "" : $"waits for position {before}";
    }

    internal Task<bool> IsDoneAsync(ServiceDb db, ReceivedEvent e, CancellationToken ct) =>
        db.Set<InboxRow>().AnyAsync(r => r.Consumer == Name && r.Source == e.Source && r.Position == e.Position, ct);

    /// <summary>Null when all earlier events of the subject that this consumer takes are done; otherwise the position of the last that is not.</summary>
    internal async Task<long?> PredecessorDoneAsync(ServiceDb db, ReceivedEvent e, CancellationToken ct)
    {
        var before = Before(e);
        if (before == 0 || await db.Set<InboxRow>().AnyAsync(r => r.Consumer == Name && r.Source == e.Source && r.Position == before, ct)) return null;
        return before;
    }

    /// <summary>The last earlier event of the subject that this consumer takes; 0 when there is none.</summary>
    private long Before(ReceivedEvent e) =>
        JsonSerializer.Deserialize<Dictionary<string, long>>(e.Previous)!.Where(p => Takes(p.Key)).Select(p => p.Value).DefaultIfEmpty().Max();

    /// <summary>Runs the handlers and writes the inbox row, in the given transaction.</summary>
    internal async Task HandleAsync(WriteTransaction transaction, ReceivedEvent e, CancellationToken ct, bool isLast = false)
    {
        var parent = CloudEventHeader.Read(e.Header).TraceParent;
        using var activity = Telemetry.Activities.StartActivity($"handle {e.Type}", ActivityKind.Consumer, parent);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        transaction.Join(db);
        if (!lane.IsSerial && e.Exercise is { } exercise) await scope.ServiceProvider.GetRequiredService<ExerciseTimes>().RefreshAsync(db, exercise, ct);
        scope.ServiceProvider.GetRequiredService<Call>().Begin(Caller.Anonymous, e.Exercise, e.Moment, time.GetUtcNow());
        scope.ServiceProvider.GetRequiredService<AfterCommit>().Bind(transaction);
        var context = new EventContext(e.Source, e.Position, e.Id, e.Subject, e.Moment, e.Exercise);
        Failpoint.Hit("consume.before-handling");
        foreach (var handling in subscriptions.For(e.Type))
            await handling.Run(scope.ServiceProvider.GetRequiredService(handling.Handler), e, context, ct);
        Failpoint.Hit("consume.handled");
        db.Add(new InboxRow { Consumer = Name, Source = e.Source, Position = e.Position, EventId = e.Id });
        var waiting = await db.Set<DeferredEvent>().Where(d => d.Consumer == Name && d.Source == e.Source && d.Subject == e.Subject && d.Position > e.Position)
            .OrderBy(d => d.Position).FirstOrDefaultAsync(ct);
        if (waiting is not null)
        {
            waiting.NotBefore = DateTimeOffset.UnixEpoch;
            transaction.AfterCommit(wakes.Deferred.Pulse);
        }
        await writes.SaveAsync(transaction, db, ct, isLast);
        Failpoint.Hit("consume.inbox-written");
        Telemetry.Handled.Add(1, new KeyValuePair<string, object?>("consumer", Name), new KeyValuePair<string, object?>("type", e.Type));
    }

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
