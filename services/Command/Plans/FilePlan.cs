using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Plans;

/// <summary>A plan is filed with the level above.</summary>
internal static class FilePlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/plan-versions/{id:guid}/file", Handle)
        .WithName("filePlan").WithSummary("A plan is filed with the level above.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer, Roles.Operator).RequireIfMatch();

    private static async Task<Results<Ok<PlanVersionView>, ProblemHttpResult>> Handle(
        Guid id, Occurrence? body, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.PlanVersions.FindAsync([id], ct) is not { } version) return Problems.NotFound("plan version", id);
        if (call.Stale(version.Version) is { } stale) return stale.Problem();
        var plan = (await db.Plans.FindAsync([version.PlanId], ct))!;
        var at = body?.OccurredAt ?? call.Now;
        if (version.File(at) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("plan.file", version.Id, at, ct);
        clocks.Start("plan.completeness", version.Id, plan.Id, at, new ClockScope(plan.Jurisdiction));
        db.Append(plan.Id, version.Changed(plan, call.Now));
        return TypedResults.Ok(PlanVersionView.Of(version));
    }
}
