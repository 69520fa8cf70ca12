using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.LivingSupport;

/// <summary>The lifelines of an incident with an agency, for itself and for who takes part in the incident; what it needs to live on likewise.</summary>
internal static class ReadLifelinesCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/agencies/{agency}/lifelines", List).WithName("listLifelines")
            .WithSummary("Lifelines of an incident with an agency, for itself and for who takes part in the incident.").RequireRole(Who.Reports);
        routes.MapGet("/v1/agencies/{agency}/lifelines/{id:guid}", Read).WithName("readLifeline").WithSummary("One lifeline.").RequireRole(Who.Reports);
    }

    private static async Task<Results<Ok<Page<LifelineView>>, ProblemHttpResult>> List(
        string agency, Guid incidentId, LifelineState? state, Paging page, ResourcesDb db, ServiceInstance instance, Call call, CancellationToken ct)
    {
        if (!instance.Serves(agency)) return Problems.NotFound("agency");
        var isFor = await db.AreForAsync(agency, incidentId, call, ct);
        return TypedResults.Ok(await db.Lifelines.AsNoTracking()
            .Where(l => isFor && l.Agency == agency && l.ExerciseId == call.Exercise && l.IncidentId == incidentId && (state == null || l.State == state))
            .ToPageAsync(page, l => l.Id, LifelineView.Of, ct));
    }

    private static async Task<Results<Ok<LifelineView>, ProblemHttpResult>> Read(string agency, Guid id, ResourcesDb db, ServiceInstance instance, Call call, CancellationToken ct) =>
        instance.Serves(agency) && await db.Lifelines.FindAsync([id], ct) is { } lifeline && lifeline.Agency == agency && lifeline.ExerciseId == call.Exercise
            && await db.AreForAsync(agency, lifeline.IncidentId, call, ct) ? TypedResults.Ok(LifelineView.Of(lifeline)) : Problems.NotFound("lifeline", id);
}
