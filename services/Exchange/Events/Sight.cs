using System.Collections.Immutable;
using Coordination.Contracts;
using Coordination.Exchange.Subscriptions;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange.Events;

/// <summary>
/// What of the region's log somebody may see, whichever way it reaches them. Command sees nothing of mediation, not even its counts; who subscribes to what
/// is for those who run and review the region. An event labelled TLP:RED is for named persons and is given to nobody here; one labelled AMBER+STRICT
/// reaches the agency that wrote it and those that it names or is for; AMBER besides those who may see the incident; GREEN and CLEAR are for all. Those who run
/// and review the region are given all but RED. What is given to another than the owner is in the owner's access log.
/// </summary>
internal static class Sight
{
    /// <summary>What the caller may see.</summary>
    internal static EventFilter Of(Caller caller, Given given) =>
        caller.Has(Roles.Auditor) ? All([], given)
        : caller.Has(Roles.Operator) ? All(["mediation."], given)
        : OfAgency(caller.Agency, given);

    /// <summary>What a subscription is given: of what its agency may see that which its filter asks for, of its exercise or of none.</summary>
    internal static EventFilter Of(Subscription subscription, Given? given = null) =>
        subscription.Filter.Within(OfAgency(subscription.Agency, given) with { Exercise = subscription.ExerciseId, IsReal = subscription.ExerciseId is null });

    /// <summary>What an agency's systems may see while nobody is at the other end. Who only looks what there is to give, and notes what it gives, says nothing here.</summary>
    internal static EventFilter OfAgency(string agency, Given? given = null) => For(["mediation.", "exchange."]) with
    {
        Judge = e => MayReach(e, agency), Choose = new(agency, (db, events, ct) => SharedAsync(db, events, agency, ct)), BeforeGiving = given is null ? null : given.NoteAsync,
    };

    private static EventFilter All(string[] without, Given given) => For(without) with
    {
        Judge = e => Marking.Of(e).Label is Labels.Clear or Labels.Green or Labels.Amber or Labels.AmberStrict, Choose = new(null, PlacedAsync), BeforeGiving = given.NoteAsync,
    };

    private static EventFilter For(string[] without) => new() { Without = without };

    /// <summary>By the event alone; labels that are not known count as the strictest.</summary>
    private static bool MayReach(LoggedEvent e, string agency) => Marking.Of(e) is var marking && marking.Label switch
    {
        Labels.Clear or Labels.Green or Labels.Amber => true,
        Labels.AmberStrict => marking.IsForAll(agency) || e.Names(agency),
        _ => false,
    };

    private static async Task<Chosen> SharedAsync(ServiceDb db, IReadOnlyList<LoggedEvent> events, string agency, CancellationToken ct)
    {
        var about = events.ToDictionary(e => e.Position, Naming.IncidentOf);
        var places = await db.PlacesAsync(agency, [.. about.Values.Distinct()], ct);
        if (places.Count == 0) return new(events, ImmutableDictionary<Guid, SubjectPlace>.Empty);
        return new([.. events.Where(e => !places.TryGetValue(about[e.Position], out var p) || !p.IsHidden || e.Names(agency) || Marking.Of(e).IsForAll(agency))],
            places.ToDictionary(p => p.Key, p => p.Value.Place));
    }

    private static async Task<Chosen> PlacedAsync(ServiceDb db, IReadOnlyList<LoggedEvent> events, CancellationToken ct)
    {
        var subjects = events.Select(Naming.IncidentOf).Distinct().ToArray();
        return new(events, await db.Set<SubjectPlace>().AsNoTracking().Where(p => subjects.Contains(p.Subject)).ToDictionaryAsync(p => p.Subject, ct));
    }
}
