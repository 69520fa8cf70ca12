using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Plans;

/// <summary>The links of a plan version to other plans, and to the agencies and places of its checklist.</summary>
/// <param name="Sound">True when none is broken.</param>
/// <param name="Broken">Plans that do not lead to a version that holds.</param>
/// <param name="Unplaceable">Items that would reach nobody.</param>
/// <param name="UnplaceablePosts">Numbers of an event's posts, from 1, that are for nobody.</param>
public sealed record PlanLinksView(bool Sound, IReadOnlyList<PlanReference> Broken, IReadOnlyList<UnplacedItem> Unplaceable, IReadOnlyList<int> UnplaceablePosts);

/// <summary>Whether everything a plan rests on is in force.</summary>
internal static class ReadPlanLinks
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/plan-versions/{id:guid}/links", Handle)
        .WithName("readPlanLinks").WithSummary("Whether everything a plan version rests on is in force, and every item of its checklist for somebody.").RequireRole(Readers.All);

    private static async Task<Results<Ok<PlanLinksView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        if (await db.PlanVersions.FindAsync([id], ct) is not { } version) return Problems.NotFound("plan version", id);
        var broken = await PlanLinks.BrokenAsync(version, db, ct);
        var plan = (await db.Plans.FindAsync([version.PlanId], ct))!;
        var tree = await db.TreeAsync(package, call, ct);
        var unplaceable = ChecklistPlacement.Missing(version.Content, tree, plan.Jurisdiction);
        var posts = PlanLinks.UnplaceablePosts(version.Content, tree, plan.Jurisdiction);
        return TypedResults.Ok(new PlanLinksView(broken.Count + unplaceable.Count + posts.Count == 0, broken, unplaceable, posts));
    }
}
