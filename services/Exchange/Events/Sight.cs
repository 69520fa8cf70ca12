using System.Text.Json;
using Coordination.Contracts;
using Coordination.Exchange.Subscriptions;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange.Events;

/// <summary>
/// What of the region's log somebody may see, whichever way it reaches them. Command sees nothing of mediation, not even its counts; who subscribes to what
/// is for those who run and review the region. An event labelled TLP:RED is for named persons and is given to nobody here; one labelled AMBER+STRICT stays
/// with the agency that wrote it; AMBER is for those who may see the incident, and for every agency that the event names; GREEN is for all.
/// </summary>
internal static class Sight
{
    private static readonly HashSet<string> OfAgencies = ["agency", "agencies", "copyTo", "lead", "recipient"];

    /// <summary>What the caller may see.</summary>
    internal static EventFilter Of(Caller caller) =>
        caller.Has(Roles.Auditor) ? For(caller.Agency, [])
        : caller.Has(Roles.Operator) ? For(caller.Agency, ["mediation."])
        : OfAgency(caller.Agency);

    /// <summary>What a subscription is given: of what its agency may see that which its filter asks for, of its exercise or of none.</summary>
    internal static EventFilter Of(Subscription subscription) =>
        subscription.Filter.Within(OfAgency(subscription.Agency) with { Exercise = subscription.ExerciseId, IsReal = subscription.ExerciseId is null });

    /// <summary>What an agency's systems may see while nobody is at the other end.</summary>
    internal static EventFilter OfAgency(string agency) => For(agency, ["mediation.", "exchange."]) with { Choose = (db, events, ct) => SharedAsync(db, events, agency, ct) };

    private static EventFilter For(string agency, string[] without) => new() { Without = without, Judge = e => Marking.Of(e).MayReach(agency) };

    private static async Task<IReadOnlyList<LoggedEvent>> SharedAsync(ServiceDb db, IReadOnlyList<LoggedEvent> events, string agency, CancellationToken ct)
    {
        var about = events.ToDictionary(e => e.Position, IncidentOf);
        var subjects = about.Values.Distinct().ToArray();
        var hidden = (await db.HiddenFrom(agency, isReading: true).Where(p => subjects.Contains(p.Subject)).Select(p => p.Subject).ToListAsync(ct)).ToHashSet();
        if (hidden.Count == 0) return events;
        return [.. events.Where(e => !hidden.Contains(about[e.Position]) || Names(e, agency) || Marking.Of(e).IsForAll(agency))];
    }

    /// <summary>The incident that it names, whatever it is about itself, as a warning may be; otherwise its subject.</summary>
    private static Guid IncidentOf(LoggedEvent e)
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
