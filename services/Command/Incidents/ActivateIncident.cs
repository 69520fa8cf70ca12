using Coordination.Command.Periods;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Incidents;

/// <summary>The response begins; on a stabilised incident it is a relapse.</summary>
internal static class ActivateIncident
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents/{id:guid}/activate", Handle)
        .WithName("activateIncident").WithSummary("The response begins, or begins again.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<IncidentView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, PeriodClocks periods, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        if (await db.MayLeadAsync(incident, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(incident.Version) is { } stale) return stale.Problem();
        var relapse = incident.State == IncidentState.Stabilised;
        if (incident.Activate() is { } refusal) return refusal.Problem();
        if (relapse) db.Append(incident.Id, new IncidentRelapsed(incident.Id, call.Now));
        else db.Append(incident.Id, new IncidentActivated(incident.Id, incident.Category, incident.Jurisdiction, call.Now));
        await periods.FollowAsync(incident, ct, isAnew: true);
        return TypedResults.Ok(IncidentView.Of(incident));
    }
}
