namespace Coordination.Platform;

/// <summary>Whether a service has anything under way.</summary>
/// <param name="Service">The instance.</param>
/// <param name="Head">Positions sealed so far.</param>
/// <param name="Unsealed">Events that wait for a position.</param>
/// <param name="Unpublished">Positions that not every receiver has taken yet.</param>
/// <param name="Deferred">Events set aside here; those of the exercise when one is asked for.</param>
/// <param name="Overdue">Clocks whose moment has come and that have not fired yet.</param>
/// <param name="ExerciseVersion">Version of the exercise's time known here; 0 when unknown.</param>
/// <param name="ExerciseNow">Exercise time here, or null.</param>
/// <param name="NextDue">The next moment (exercise time) at which a clock of the exercise does something by itself, or null.</param>
/// <param name="Source">CloudEvents <c>source</c> of its events.</param>
/// <param name="Last">The last position of each type among its own events.</param>
/// <param name="Taken">The last position that it took of each source.</param>
/// <param name="InHand">Messages of the broker that are here and not done yet.</param>
public sealed record JournalStatus(
    string Service, long Head, int Unsealed, long Unpublished, int Deferred, int Overdue, int ExerciseVersion, DateTimeOffset? ExerciseNow, DateTimeOffset? NextDue,
    string Source, IReadOnlyDictionary<string, long> Last, IReadOnlyDictionary<string, long> Taken, int InHand);

internal sealed class ServiceStatus(
    Relay relay, ExerciseTimes times, ServiceInstance instance, EventFlowStatus flow, TimeProvider time, BrokerConsumer? broker = null)
{
    internal async Task<JournalStatus> ReadAsync(ServiceDb db, Guid? exercise, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var waiting = await StatusQueries.Waiting.In(db)(db, exercise, now, ct);
        var known = exercise is { } id ? times.VersionOf(id) : 0;
        // Events taken from others are not handed on, so the watermark does not pass over them.
        var published = relay.Published;
        var unpublished = published >= waiting.Head ? 0 : await StatusQueries.Unpublished.In(db)(db, published, ct);
        var (last, taken) = (await flow.LastAsync(db, waiting.Head, ct), await flow.TakenAsync(db, ct));
        return new(instance.Name, waiting.Head, waiting.Unsealed, unpublished, waiting.Deferred, waiting.Overdue, known,
            known > 0 ? times.Now(exercise, now) : null, waiting.NextDue, instance.Source, last, taken, broker?.InHand ?? 0);
    }
}
