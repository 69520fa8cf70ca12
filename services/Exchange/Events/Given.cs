using Coordination.Contracts;
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
        await Log.NoteAsync(db, To, [.. Shared(events).Select(Naming.IncidentOf).Distinct()], ct);
        await Log.NoteAsync(To, Kept(events), ct);
        return true;
    }, ct);

    /// <summary>Events whose shared subjects are known.</summary>
    internal Task NoteAsync(IReadOnlyList<LoggedEvent> events, IReadOnlyDictionary<Guid, SubjectPlace> places, CancellationToken ct) =>
        Log.NoteAsync(To, Shared(events).Select(Naming.IncidentOf).Distinct().Where(places.ContainsKey).Select(s => places[s]).Concat(Kept(events)), ct);

    private IEnumerable<LoggedEvent> Shared(IEnumerable<LoggedEvent> events) => events.Where(e => Marking.Of(e) is var m && m.Label != Labels.AmberStrict && !m.IsForAll(To.Agency));

    /// <summary>What is kept to those it names, and is given to who runs or reviews the region: the owner of the thing hears of it.</summary>
    private IEnumerable<SubjectPlace> Kept(IEnumerable<LoggedEvent> events) =>
        from e in events
        let marking = Marking.Of(e)
        where marking.Label == Labels.AmberStrict && !marking.IsForAll(To.Agency)
        let named = Naming.AgenciesOf(e)
        where !named.Contains(To.Agency)
        let owner = marking.Owner is { Length: > 0 } said ? said : named.FirstOrDefault()
        where owner is not null
        select new SubjectPlace { Subject = Naming.ThingOf(e), ExerciseId = e.Exercise, Owner = owner };
}
