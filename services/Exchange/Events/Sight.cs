using System.Collections.Immutable;
using System.Text.Json;
using Coordination.Contracts;
using Coordination.Exchange.Subscriptions;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange.Events;

/// <summary>
/// What of the region's log somebody may see, whichever way it reaches them. Command sees nothing of mediation, not even its counts; who subscribes to what
/// is for those who run and review the region. An event labelled TLP:RED is for named persons and is given to nobody here; one labelled AMBER+STRICT stays
/// with the agency that wrote it; AMBER is for those who may see the incident, and for every agency that the event names; GREEN is for all. What is given to
/// another than the incident's owner is in the owner's access log.
/// </summary>
internal static class Sight
{
    private static readonly HashSet<string> OfAgencies = ["agency", "agencies", "copyTo", "lead", "recipient"];

    /// <summary>What the caller may see.</summary>
    internal static EventFilter Of(Caller caller, Given given) =>
        caller.Has(Roles.Auditor) ? All(caller.Agency, [], given)
        : caller.Has(Roles.Operator) ? All(caller.Agency, ["mediation."], given)
        : OfAgency(caller.Agency, given);

    /// <summary>What a subscription is given: of what its agency may see that which its filter asks for, of its exercise or of none.</summary>
    internal static EventFilter Of(Subscription subscription, Given? given = null) =>
        subscription.Filter.Within(OfAgency(subscription.Agency, given) with { Exercise = subscription.ExerciseId, IsReal = subscription.ExerciseId is null });

    /// <summary>What an agency's systems may see while nobody is at the other end. Who only looks what there is to give, and notes what it gives, says nothing here.</summary>
    internal static EventFilter OfAgency(string agency, Given? given = null) => For(agency, ["mediation.", "exchange."]) with
    {
        Choose = new(agency, (db, events, ct) => SharedAsync(db, events, agency, ct)), BeforeGiving = given is null ? null : given.NoteAsync,
    };

    private static EventFilter All(string agency, string[] without, Given given) => For(agency, without) with { Choose = new("", PlacedAsync), BeforeGiving = given.NoteAsync };

    private static EventFilter For(string agency, string[] without) => new() { Without = without, Judge = e => Marking.Of(e).MayReach(agency) };

    private static async Task<Chosen> SharedAsync(ServiceDb db, IReadOnlyList<LoggedEvent> events, string agency, CancellationToken ct)
    {
        var about = events.ToDictionary(e => e.Position, IncidentOf);
        var places = await db.PlacesAsync(agency, [.. about.Values.Distinct()], ct);
        if (places.Count == 0) return new(events, ImmutableDictionary<Guid, SubjectPlace>.Empty);
        return new([.. events.Where(e => !places.TryGetValue(about[e.Position], out var p) || !p.IsHidden || Names(e, agency) || Marking.Of(e).IsForAll(agency))],
            places.ToDictionary(p => p.Key, p => p.Value.Place));
    }

    private static async Task<Chosen> PlacedAsync(ServiceDb db, IReadOnlyList<LoggedEvent> events, CancellationToken ct)
    {
        var subjects = events.Select(IncidentOf).Distinct().ToArray();
        return new(events, await db.Set<SubjectPlace>().AsNoTracking().Where(p => subjects.Contains(p.Subject)).ToDictionaryAsync(p => p.Subject, ct));
    }

    /// <summary>The incident that it names, whatever it is about itself, as a warning may be; otherwise its subject.</summary>
    internal static Guid IncidentOf(LoggedEvent e)
    {
        var json = new Utf8JsonReader(e.Data.Span);
        while (json.Read())
            if (json.CurrentDepth == 1 && json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("incidentId"))
                return json.Read() && json.TokenType == JsonTokenType.String && json.TryGetGuid(out var incident) ? incident : e.Subject;
        return e.Subject;
    }

    /// <summary>True when a member that holds agencies holds this one.</summary>
    private static bool Names(LoggedEvent e, string agency)
    {
        var json = new Utf8JsonReader(e.Data.Span);
        var isAgency = false;
        while (json.Read())
            if (json.TokenType == JsonTokenType.PropertyName) isAgency = json.GetString() is { } name && (OfAgencies.Contains(name) || name.EndsWith("Agency", StringComparison.Ordinal));
            else if (isAgency && json.TokenType == JsonTokenType.String && json.ValueTextEquals(agency)) return true;
        return false;
    }
}
