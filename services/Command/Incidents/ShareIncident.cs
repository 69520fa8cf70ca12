using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Incidents;

/// <summary>Whoever is asked to do something in an incident may see it: an order that its addressee cannot read is none.</summary>
internal static class ShareIncident
{
    /// <summary>Shares the incident with agencies that could not see it before, and says so once for each.</summary>
    public static async Task ShareIncidentAsync(this CommandDb db, Guid incident, SharingGround ground, DateTimeOffset at, CancellationToken ct, params IEnumerable<string?> agencies)
    {
        foreach (var agency in agencies.OfType<string>().Distinct(StringComparer.Ordinal))
            if (await db.ShareAsync(incident, agency, at, ct, asReader: ground == SharingGround.Copied)) db.Append(incident, new IncidentShared(incident, agency, ground, at));
    }

    /// <summary>Agencies take part from now on, which lets them see it. Doing it twice changes nothing.</summary>
    public static async Task TakePartAsync(this CommandDb db, Incident incident, DateTimeOffset at, CancellationToken ct, params IEnumerable<string> agencies)
    {
        foreach (var agency in agencies.Distinct(StringComparer.Ordinal))
        {
            await db.ShareAsync(incident.Id, agency, at, ct);
            if (incident.Join(agency)) db.Append(incident.Id, new ParticipantJoined(incident.Id, agency, at));
        }
    }

    /// <summary>The agencies that an order names.</summary>
    public static async Task ShareIncidentAsync(this CommandDb db, Orders.Order order, DateTimeOffset at, CancellationToken ct)
    {
        await db.ShareIncidentAsync(order.IncidentId, SharingGround.Ordered, at, ct, order.FromAgency, order.Task.ToAgency, order.Task.AlternateAgency, order.Task.SuperiorAgency);
        await db.ShareIncidentAsync(order.IncidentId, SharingGround.Copied, at, ct, order.Task.CopyTo ?? []);
    }
}
