using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>Why a drill is broken off.</summary>
/// <param name="IncidentId">The real incident.</param>
public sealed record DrillAbort(Guid IncidentId);

/// <summary>A drill is broken off because of a real incident, with its parts that still run.</summary>
internal static class AbortDrill
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/drills/{id:guid}/abort", Handle)
        .WithName("abortDrill").WithSummary("A drill is broken off because of a real incident, with its parts that still run.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(
        Guid id, DrillAbort body, CommandDb db, Call call, CancellationToken ct)
    {
        // Whoever directs it: a real incident waits for nobody.
        var (drill, no) = await db.DrillTreeAsync(id, call, ct);
        if (drill is null) return no!.Problem();
        if (await db.Incidents.FindAsync([body.IncidentId], ct) is not { } incident) return Problems.NotFound("incident", body.IncidentId);
        if (incident.ExerciseId is not null) return Refusal.Invalid("/incidentId", "not-real", "Only a real incident breaks a drill off.").Problem();
        if (drill.Abort(body.IncidentId) is { } refusal) return refusal.Problem();
        db.AppendMoved(drill, call.Now);
        return TypedResults.Ok(DrillView.Of(drill.Top));
    }
}
