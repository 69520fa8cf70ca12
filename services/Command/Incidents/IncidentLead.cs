using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Incidents;

/// <summary>
/// Who decides on an incident as a whole: the agency that owns it, those in command of it, and the bodies that keep the duty or may command where it lies
/// or above. Who takes part sees it, and answers for what it was asked to do.
/// </summary>
internal static class IncidentLead
{
    private static readonly AuthorityPower[] Leading = [AuthorityPower.KeepDuty, AuthorityPower.Command];

    /// <summary>Null when the caller's agency may; otherwise who does.</summary>
    public static async Task<Refusal?> MayLeadAsync(this CommandDb db, Incident incident, Call call, CancellationToken ct)
    {
        if (await db.LeadsAsync(incident, call.Caller.Agency, ct)) return null;
        var command = (await db.IncidentCommands.FindAsync([incident.Id], ct))?.Current;
        return Refusal.Forbidden("not-leading", command is null
            ? $"{incident.OwnerAgency} leads this incident: ask them."
            : $"{incident.OwnerAgency} leads this incident, {command.Lead} commands it: ask them.");
    }

    /// <summary>True for an agency that does.</summary>
    public static async Task<bool> LeadsAsync(this CommandDb db, Incident incident, string agency, CancellationToken ct) =>
        incident.OwnerAgency == agency || (await db.IncidentCommands.FindAsync([incident.Id], ct))?.Current?.Agencies.Contains(agency) == true || await HoldsDutyAsync(db, incident, agency, ct);

    /// <summary>The same for what was decided in an incident, by whoever decided it.</summary>
    public static async Task<Refusal?> MayLeadAsync(this CommandDb db, Guid incident, string decidedBy, Call call, CancellationToken ct) =>
        decidedBy == call.Caller.Agency ? null
        : await db.Incidents.FindAsync([incident], ct) is { } of ? await db.MayLeadAsync(of, call, ct)
        : Refusal.Forbidden("not-leading", "The incident is led by others.");

    private static async Task<bool> HoldsDutyAsync(CommandDb db, Incident incident, string agency, CancellationToken ct)
    {
        if (await db.Set<SubjectPlace>().FindAsync([incident.Id], ct) is not { } place) return false;
        return await db.Set<AgencyPower>().AnyAsync(g => g.Agency == agency && Leading.Contains(g.Power)
            && (g.ExerciseId == null || g.ExerciseId == incident.ExerciseId) && place.Chain.Contains("/" + g.Jurisdiction + "/"), ct);
    }
}
