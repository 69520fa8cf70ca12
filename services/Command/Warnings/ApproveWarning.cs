using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Warnings;

/// <summary>An authorised body approves a proposed warning.</summary>
internal static class ApproveWarning
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/warnings/{id:guid}/approve", Handle)
        .WithName("approveWarning").IsLifeSafety().WithSummary("An authorised body approves it.").RequireRole(Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<WarningView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        if (await db.Warnings.FindAsync([id], ct) is not { } warning) return Problems.NotFound("warning", id);
        if (call.Stale(warning.Version) is { } stale) return stale.Problem();
        if ((await db.TreeAsync(package, call, ct)).MayWarn(call.Caller.Agency, warning.Level, warning.Jurisdiction) is { } unauthorised) return unauthorised.Problem();
        if (warning.Approve(call.Caller.Agency, call.Now, await db.InForceBesideAsync(warning, ct)) is { } refusal) return refusal.Problem();
        db.Append(id, new WarningApproved(id, warning.Level, call.Caller.Agency, call.Now));
        return TypedResults.Ok(WarningView.Of(warning));
    }

    /// <summary>Other warnings of its indicator that are in force.</summary>
    internal static async Task<IReadOnlyList<Warning>> InForceBesideAsync(this CommandDb db, Warning warning, CancellationToken ct) => warning.IndicatorId is { } indicator
        ? await db.Warnings.Where(w => w.IndicatorId == indicator && w.ExerciseId == warning.ExerciseId && w.Id != warning.Id && w.State == WarningState.InForce).ToListAsync(ct) : [];
}
