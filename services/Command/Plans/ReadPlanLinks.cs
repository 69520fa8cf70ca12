using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Plans;

/// <summary>The links of a plan version to other plans.</summary>
/// <param name="Sound">True when none is broken.</param>
/// <param name="Broken">Those that do not lead to a version that holds.</param>
public sealed record PlanLinksView(bool Sound, IReadOnlyList<PlanReference> Broken);

/// <summary>Whether everything a plan rests on is in force.</summary>
internal static class ReadPlanLinks
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/plan-versions/{id:guid}/links", Handle)
        .WithName("readPlanLinks").WithSummary("Whether everything a plan version rests on is in force.").RequireRole(Readers.All);

    private static async Task<Results<Ok<PlanLinksView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, CancellationToken ct)
    {
        if (await db.PlanVersions.FindAsync([id], ct) is not { } version) return Problems.NotFound("plan version", id);
        var broken = await PlanLinks.BrokenAsync(version, db, ct);
        return TypedResults.Ok(new PlanLinksView(broken.Count == 0, broken));
    }
}
