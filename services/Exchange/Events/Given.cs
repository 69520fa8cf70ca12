using Coordination.Exchange.Subscriptions;
using Coordination.Platform;

namespace Coordination.Exchange.Events;

/// <summary>Notes in the access log what of the region's log is given to whom, before it is given. What is for all needs no note.</summary>
internal sealed record Given(AccessLog Log, Reading To)
{
    /// <summary>What the region's own courier is about to give to a subscription's agency.</summary>
    internal static Given By(AccessLog log, Subscription subscription, string courier) => new(log, new(subscription.Agency, $"{subscription.Id}", courier));

    /// <summary>Events whose subjects are to be looked up.</summary>
    internal Task NoteAsync(OwnWork work, IEnumerable<LoggedEvent> events, CancellationToken ct) => work.ReadAsync<ExchangeDb, bool>(async db =>
    {
        await Log.NoteAsync(db, To, [.. Protected(events).Select(Sight.IncidentOf).Distinct()], ct);
        return true;
    }, ct);

    /// <summary>Events whose shared subjects are known.</summary>
    internal Task NoteAsync(IReadOnlyList<LoggedEvent> events, IReadOnlyDictionary<Guid, SubjectPlace> places, CancellationToken ct) =>
        places.Count == 0 ? Task.CompletedTask : Log.NoteAsync(To, Protected(events).Select(Sight.IncidentOf).Distinct().Where(places.ContainsKey).Select(s => places[s]), ct);

    private IEnumerable<LoggedEvent> Protected(IEnumerable<LoggedEvent> events) => events.Where(e => !Marking.Of(e).IsForAll(To.Agency));
}
