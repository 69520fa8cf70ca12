using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Reviews;

/// <summary>A review closes: every action is linked, and every lesson stands in a plan version that was issued.</summary>
internal static class CloseReview
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/reviews/{id:guid}/close", Handle)
        .WithName("closeReview").WithSummary("A review closes when every lesson stands in an issued plan version and every other action is linked.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<ReviewView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Reviews.FindAsync([id], ct) is not { } review) return Problems.NotFound("review", id);
        if (call.Stale(review.Version) is { } stale) return stale.Problem();
        if (review.Close(await IssuedAsync(review, db, ct)) is { } refusal) return refusal.Problem();
        db.Append(review.IncidentId, review.Changed(call.Now));
        return TypedResults.Ok(ReviewView.Of(review));
    }

    /// <summary>Versions that were issued and hold the lesson: the link is checked from the plan's side.</summary>
    private static async Task<IReadOnlySet<Guid>> IssuedAsync(AfterActionReview review, CommandDb db, CancellationToken ct)
    {
        var targets = review.Actions.Where(a => a.TargetId is not null).Select(a => a.TargetId!.Value).ToList();
        var versions = await db.PlanVersions.AsNoTracking().Where(v => targets.Contains(v.Id) && v.IssuedAt != null).ToListAsync(ct);
        return versions.Where(v => v.Lessons.Exists(l => l.ReviewId == review.Id)).Select(v => v.Id).ToHashSet();
    }
}
