using Coordination.Platform;
using Coordination.Resources.Fills;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources;

/// <summary>Who is told of a clock: those of the incident, and where there is none the agencies in whose books it stands.</summary>
internal static class ToldOfClocks
{
    internal static IEnumerable<string?>? Of(ResourcesDb db, Clock clock) => Prefix(clock.Key) switch
    {
        "stock" => [db.Lots.Local.FindEntry(clock.EntityId)?.Entity.Agency],
        "position" => [db.Positions.Local.FindEntry(clock.EntityId)?.Entity.Agency],
        "fill" or "lease" => FillOf(db, clock) is not { } f ? [] : clock.Subject == f.FillId || clock.Subject == f.RequestId ? [f.SupplierAgency, f.RequesterAgency] : null,
        "request" => db.Requests.Local.FindEntry(clock.Subject)?.Entity is { } r ? [r.Agency] : null,
        // A requisition and a lifeline are always for an incident.
        "requisition" or "lifeline" => null,
        _ => [],
    };

    internal static async Task RecallAsync(ResourcesDb db, Clock clock, CancellationToken ct)
    {
        switch (Prefix(clock.Key))
        {
            case "stock": await db.Lots.FindAsync([clock.EntityId], ct); break;
            case "position": await db.Positions.FindAsync([clock.EntityId], ct); break;
            case "fill" or "lease" when FillOf(db, clock) is null: await db.SupplierFillAsync(clock, ct); break;
            // A subject that is no request is its incident.
            case "request": await db.Requests.FindAsync([clock.Subject], ct); break;
        }
    }

    private static Fill? FillOf(ResourcesDb db, Clock clock) => db.Fills.Local.FirstOrDefault(f => f.FillId == clock.EntityId);

    private static string Prefix(string key) => key.Split('.')[0];
}
