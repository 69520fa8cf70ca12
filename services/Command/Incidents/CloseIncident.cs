using Coordination.Command.Recovery;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Incidents;

/// <summary>It is closed: no recovery task is open any more, and nobody owes a recovery plan to it.</summary>
internal static class CloseIncident
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents/{id:guid}/close", Handle)
        .WithName("incidentClose").WithSummary("It is closed.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<IncidentView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        if (await db.MayLeadAsync(incident, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(incident.Version) is { } stale) return stale.Problem();
        var open = await db.RecoveryTasks.CountAsync(t => t.IncidentId == id && (t.State == RecoveryTaskState.Assigned || t.State == RecoveryTaskState.InProgress), ct);
        if ((RecoveryTime.RefuseClosing(open) ?? incident.Close()) is { } refusal) return refusal.Problem();
        // Duties of the law do not vanish with the incident: who closes it gave them up, and answers for that.
        foreach (var duty in BeginRecovery.Duties)
            if (await clocks.FindAsync(duty, id, ct) is { State: ClockState.Running }) await clocks.WaiveAsync(duty, id, "incident-closed", call.Caller.Agency, ct);
        db.Append(id, new IncidentClosed(id, call.Now));
        return TypedResults.Ok(IncidentView.Of(incident));
    }
}
