using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Orders;

/// <summary>Incidents in which something can still be ordered: real ones, or those of the call's own exercise.</summary>
internal static class IncidentAtHand
{
    private static readonly IncidentState[] Over = [IncidentState.Closed, IncidentState.Unfounded, IncidentState.MergedInto];

    public static async Task<(Incident?, Refusal?)> FindAsync(Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return (null, Refusal.NotFound("incident", id));
        if (incident.ExerciseId != call.Exercise) return (null, Refusal.OtherExercise);
        return Over.Contains(incident.State)
            ? (null, new Refusal("incident-over", "The incident is closed, unfounded or merged into another one."))
            : (incident, null);
    }

    /// <summary>The same for a call of who leads it, and, where something of it has a version, that has seen this one.</summary>
    public static async Task<(Incident?, Refusal?)> LedAsync(Guid id, CommandDb db, Call call, CancellationToken ct, int? version = null)
    {
        var (incident, no) = await FindAsync(id, db, call, ct);
        if (incident is null) return (null, no);
        var refusal = await db.MayLeadAsync(incident, call, ct) ?? (version is { } now ? call.Stale(now) : null);
        return refusal is null ? (incident, null) : (null, refusal);
    }

    /// <summary>Where the clocks of an incident run.</summary>
    public static ClockScope Scope(this Incident incident) => new(incident.Jurisdiction, $"{incident.Category}", incident.Grade?.ToString());

    /// <summary>All of them, in an exercise or outside.</summary>
    public static IQueryable<Incident> Of(CommandDb db, Guid? exercise) =>
        db.Incidents.Where(i => i.ExerciseId == exercise && !Over.Contains(i.State));
}
