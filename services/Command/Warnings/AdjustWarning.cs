using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Warnings;

/// <summary>The new level and end.</summary>
public sealed record AdjustWarning(WarningLevel Level, DateTimeOffset ExpiresAt);

internal static class AdjustWarningCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/warnings/{id:guid}/adjust", Handle).WithName("adjustWarning").IsLifeSafety()
        .WithSummary("Sets another level (Art. 70); issue it again to put it in force.").RequireRole(Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<WarningView>, ProblemHttpResult>> Handle(
        Guid id, AdjustWarning request, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        if (await db.Warnings.FindAsync([id], ct) is not { } warning) return Problems.NotFound("warning", id);
        if (call.Stale(warning.Version) is { } stale) return stale.Problem();
        // A warning is neither raised to nor lowered from a colour that is not the caller's to issue.
        var graver = request.Level > warning.Level ? request.Level : warning.Level;
        if ((await db.TreeAsync(package, call, ct)).MayWarn(call.Caller.Agency, graver, warning.Jurisdiction) is { } unauthorised) return unauthorised.Problem();
        var from = warning.Level;
        if (warning.Adjust(request.Level, request.ExpiresAt, call.Now) is { } refusal) return refusal.Problem();
        db.Append(id, new WarningAdjusted(id, from, warning.Level, call.Now));
        return TypedResults.Ok(WarningView.Of(warning));
    }
}
