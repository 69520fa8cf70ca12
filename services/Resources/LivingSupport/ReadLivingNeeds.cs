using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Requests;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.LivingSupport;

/// <summary>What people in an incident need to live on and what is on its way, for the agency and for who takes part in the incident.</summary>
internal static class ReadLivingNeedsCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/agencies/{agency}/living-needs", List).WithName("listLivingNeeds")
            .WithSummary("What people in an incident need to live on and what is on its way, for the agency and for who takes part in the incident.").RequireRole(Who.Reports);
        routes.MapGet("/v1/agencies/{agency}/living-needs/{id:guid}", Read).WithName("readLivingNeed").WithSummary("One need of people to live on.").RequireRole(Who.Reports);
    }

    private static async Task<Results<Ok<Page<LivingNeedView>>, ProblemHttpResult>> List(
        string agency, Guid incidentId, Paging page, ResourcesDb db, ServiceInstance instance, Call call, CancellationToken ct)
    {
        if (!instance.Serves(agency)) return Problems.NotFound("agency");
        var isFor = await db.AreForAsync(agency, incidentId, call, ct);
        var lines = isFor ? await db.LinesOfAsync(agency, incidentId, call.Exercise, ct) : [];
        return TypedResults.Ok(await db.LivingNeeds.AsNoTracking()
            .Where(n => isFor && n.Agency == agency && n.ExerciseId == call.Exercise && n.IncidentId == incidentId).ToPageAsync(page, n => n.Id, n => LivingNeedView.Of(n, lines), ct));
    }

    private static async Task<Results<Ok<LivingNeedView>, ProblemHttpResult>> Read(string agency, Guid id, ResourcesDb db, ServiceInstance instance, Call call, CancellationToken ct) =>
        instance.Serves(agency) && await db.LivingNeeds.FindAsync([id], ct) is { } need && need.Agency == agency && need.ExerciseId == call.Exercise
            && await db.AreForAsync(agency, need.IncidentId, call, ct)
            ? TypedResults.Ok(LivingNeedView.Of(need, await db.LinesOfAsync(agency, need.IncidentId, call.Exercise, ct))) : Problems.NotFound("living need", id);

    /// <summary>The lines of the agency's requests for an incident. Parts are read, no rows: a participant sees counts, and not the requests.</summary>
    internal static async Task<IReadOnlyList<Line>> LinesOfAsync(this ResourcesDb db, string agency, Guid incident, Guid? exercise, CancellationToken ct) =>
        [.. (await db.Requests.Where(r => r.Agency == agency && r.IncidentId == incident && r.ExerciseId == exercise).Select(r => r.Lines).ToListAsync(ct)).SelectMany(l => l)];
}
