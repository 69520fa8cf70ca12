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
        var (shared, kept) = Noted(events);
        await Log.NoteAsync(db, To, [.. shared], ct);
        await Log.NoteAsync(To, kept, ct);
        return true;
    }, ct);

    /// <summary>Events whose shared subjects are known.</summary>
    internal Task NoteAsync(IReadOnlyList<LoggedEvent> events, IReadOnlyDictionary<Guid, SubjectPlace> places, CancellationToken ct)
    {
        var (shared, kept) = Noted(events);
        return Log.NoteAsync(To, shared.Where(places.ContainsKey).Select(s => places[s]).Concat(kept), ct);
    }

    /// <summary>The incidents of what those may see who are in them, and what is kept to those it names: each event is read once.</summary>
    private (HashSet<Guid> Shared, List<SubjectPlace> Kept) Noted(IEnumerable<LoggedEvent> events)
    {
        var (shared, kept) = (new HashSet<Guid>(), new List<SubjectPlace>());
        foreach (var e in events)
        {
            var marking = Marking.Of(e);
            if (marking.IsForAll(To.Agency)) continue;
            if (marking.Label != Labels.AmberStrict) shared.Add(Naming.IncidentOf(e));
            else if (Kept(e, marking) is { } place) kept.Add(place);
        }
        return (shared, kept);
    }

    /// <summary>What is kept to those it names, and is given to who runs or reviews the region: the owner of the thing hears of it.</summary>
    private SubjectPlace? Kept(LoggedEvent e, Marking marking)
    {
        var named = Naming.AgenciesOf(e);
        if (named.Contains(To.Agency)) return null;
        return (marking.Owner is { Length: > 0 } said ? said : named.FirstOrDefault()) is { } owner
            ? new SubjectPlace { Subject = e.Type == TypeLabel.Clock ? e.Subject : Naming.ThingOf(e), ExerciseId = e.Exercise, Owner = owner } : null;
    }
}
