using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Plans;

/// <summary>Who was asked about a plan.</summary>
/// <param name="Consulted">Codes of the agencies.</param>
public sealed record Consultation([property: Items(1, 100)] IReadOnlyList<string> Consulted);

/// <summary>A plan goes to review, with the list of those who were asked.</summary>
internal static class SubmitPlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/plan-versions/{id:guid}/submit", Handle)
        .WithName("submitPlan").WithSummary("A plan goes to review, with the list of those who were asked.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer, Roles.Operator).RequireIfMatch();

    private static async Task<Results<Ok<PlanVersionView>, ProblemHttpResult>> Handle(
        Guid id, Consultation body, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.PlanVersions.FindAsync([id], ct) is not { } version) return Problems.NotFound("plan version", id);
        if (call.Stale(version.Version) is { } stale) return stale.Problem();
        var plan = (await db.Plans.FindAsync([version.PlanId], ct))!;
        if (version.Submit(body.Consulted) is { } refusal) return refusal.Problem();
        db.Append(plan.Id, version.Changed(plan, call.Now));
        return TypedResults.Ok(PlanVersionView.Of(version));
    }
}
