using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Orders;

/// <summary>What allows a cordon or an evacuation: the category of the incident, or a venue that holds more people than its capacity.</summary>
internal static class MeasureGrounds
{
    public static async Task<MeasureGround> OfAsync(Incident incident, AddresseeKind kind, string addressee, CommandDb db, CancellationToken ct) =>
        incident.Category switch
        {
            IncidentCategory.NaturalDisaster => MeasureGround.NaturalDisaster,
            IncidentCategory.Accident => MeasureGround.Accident,
            IncidentCategory.PublicHealth => MeasureGround.PublicHealth,
            _ => kind == AddresseeKind.Venue && await IsOverCapacityAsync(addressee, incident.ExerciseId, db, ct)
                ? MeasureGround.VenueOverCapacity
                : MeasureGround.None,
        };

    /// <summary>A venue is named by its hazard record, its event notice or the indicator that counts it.</summary>
    private static async Task<bool> IsOverCapacityAsync(string venue, Guid? exercise, CommandDb db, CancellationToken ct) =>
        Guid.TryParse(venue, out var id) && await db.VenueLoads.AnyAsync(
            v => v.ExerciseId == exercise && v.OverCapacity && (v.Id == id || v.HazardId == id || v.EventNoticeId == id), ct);
}
