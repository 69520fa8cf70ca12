using System.ComponentModel.DataAnnotations;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.LivingSupport;

/// <summary>How the lifeline stands, since when, and how many households are without it, unknown where left out; and by when it should work again.</summary>
public sealed record ChangeLifeline(LifelineState State, [property: Range(0, 100_000_000)] int? Households = null, [property: NotInFuture] DateTimeOffset? OccurredAt = null)
{
    /// <summary>By when it should work again: left out it stays as it is, and null takes it away.</summary>
    public DateTimeOffset? RestoreBy
    {
        get;
        init
        {
            field = value;
            SaysRestoreBy = true;
        }
    }

    internal bool SaysRestoreBy { get; private init; }
}

/// <summary>A lifeline works again, works in part, fails again, or should work at another time.</summary>
internal static class ChangeLifelineCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/lifelines/{id:guid}/report", Handle)
        .WithName("changeLifeline").IsLifeSafety().WithSummary("An agency says how a lifeline on its list stands now.")
        .RequireRole(Who.Reports).RequireIfMatch();

    private static async Task<Results<Ok<LifelineView>, ProblemHttpResult>> Handle(
        string agency, Guid id, ChangeLifeline request, ResourcesDb db, LifelineClock clock, Call call, CancellationToken ct)
    {
        if (await db.Lifelines.FindAsync([id], ct) is not { } lifeline || lifeline.Agency != agency || lifeline.ExerciseId != call.Exercise) return Problems.NotFound("lifeline", id);
        if (call.Stale(lifeline.Version) is { } stale) return stale.Problem();
        var before = lifeline.Promised;
        if (lifeline.Change(request.State, request.Households, request.SaysRestoreBy ? request.RestoreBy : before, request.OccurredAt ?? call.Now) is { } refusal) return refusal.Problem();
        await clock.FollowAsync(lifeline, before, ct);
        return TypedResults.Ok(LifelineView.Of(lifeline));
    }
}
