using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>What it is to handle an event: its handlers' changes and the inbox row, in one transaction.</summary>
internal sealed class EventHandling(
    ServiceInstance instance, Subscriptions subscriptions, IWriteLane lane, IServiceScopeFactory scopes, WriteScope writes, Wakes wakes, ExerciseTimes times, TimeProvider time)
{
    /// <summary>Runs the handlers and writes the inbox row, in the given transaction.</summary>
    /// <param name="transaction">The open transaction.</param>
    /// <param name="e">What came.</param>
    /// <param name="ct">Calls it off.</param>
    /// <param name="isLast">True when nothing follows in the transaction but its commit.</param>
    /// <param name="isAmongOthers">True when it is one of several in this transaction: their exercises' times were read in it, and whoever takes them sees to the events that wait behind them.</param>
    internal async Task RunAsync(WriteTransaction transaction, ReceivedEvent e, CancellationToken ct, bool isLast = false, bool isAmongOthers = false)
    {
        var header = CloudEventHeader.Read(e.Header);
        using var activity = Telemetry.Activities.StartActivity($"handle {e.Type}", ActivityKind.Consumer, header.TraceParent);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        transaction.Join(db);
        if (!lane.IsSerial && !isAmongOthers && e.Exercise is { } exercise) await times.RefreshAsync(db, exercise, ct);
        scope.ServiceProvider.GetRequiredService<Call>().Begin(Caller.Service, e.Exercise, e.Moment, time.GetUtcNow());
        scope.ServiceProvider.GetRequiredService<AfterCommit>().Bind(transaction);
        var context = new EventContext(e.Source, e.Position, e.Id, e.Subject, e.Moment, e.Exercise) { Audience = header.Audience };
        Failpoint.Hit("consume.before-handling");
        foreach (var handler in subscriptions.For(e.Type))
            await handler.Run(scope.ServiceProvider.GetRequiredService(handler.Handler), e, context, ct);
        Failpoint.Hit("consume.handled");
        db.Add(new InboxRow { Consumer = instance.Name, Source = e.Source, Position = e.Position, EventId = e.Id });
        if (!isAmongOthers) await WakeNextAsync(transaction, db, e, ct);
        await writes.SaveAsync(transaction, db, ct, isLast);
        Failpoint.Hit("consume.inbox-written");
        transaction.AfterCommit(() => Telemetry.Handled.Add(1, new KeyValuePair<string, object?>("consumer", instance.Name), new KeyValuePair<string, object?>("type", e.Type)));
    }

    /// <summary>The next event of the subject, when it was set aside, is tried at once.</summary>
    private async Task WakeNextAsync(WriteTransaction transaction, ServiceDb db, ReceivedEvent e, CancellationToken ct)
    {
        var waiting = await ConsumerQueries.Behind.In(db)(db, instance.Name, e.Source, e.Subject, e.Position, ct);
        if (waiting is null) return;
        waiting.NotBefore = DateTimeOffset.UnixEpoch;
        transaction.AfterCommit(wakes.Deferred.Pulse);
    }
}
