using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Plans;

/// <summary>A new plan with the draft of its first version.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Tier">Where it stands in the set of plans.</param>
/// <param name="DrillDuty">How often it must be drilled.</param>
/// <param name="Jurisdiction">Area code (GB/T 2260) or code of the functional node.</param>
/// <param name="Content">What it says.</param>
/// <param name="ParentPlanId">The plan above it.</param>
public sealed record DraftPlan(
    [property: Text(200)] string Name, PlanKind Kind, PlanTier Tier, DrillDuty DrillDuty, [property: Text(40)] string Jurisdiction,
    PlanContent Content, Guid? ParentPlanId = null);

/// <summary>A plan is drafted.</summary>
internal static class DraftPlanCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/plans", Handle)
        .WithName("draftPlan").WithSummary("A plan is drafted.").RequireRole(Roles.Commander, Roles.DutyOfficer, Roles.Operator);

    private static async Task<Results<Created<PlanView>, ProblemHttpResult>> Handle(DraftPlan body, CommandDb db, EventPlanClocks clocks, Call call, CancellationToken ct)
    {
        if (!Code.Is(body.Jurisdiction)) return Code.Refuse("/jurisdiction").Problem();
        if (body.ParentPlanId is { } parent && await db.Plans.FindAsync([parent], ct) is null) return Problems.NotFound("plan", parent);
        var plan = Plan.Found(Guid.CreateVersion7(), call.Exercise, body.Name, body.Kind, body.Tier, body.DrillDuty, body.Jurisdiction,
            call.Caller.Agency, body.ParentPlanId, body.Kind == PlanKind.MajorEvent ? body.Content.Event?.EventNoticeId : null);
        if (await db.RefuseEventAsync(plan, body.Content, call.Now, ct) is { } misfit) return misfit.Problem();
        var (version, fault) = PlanVersion.Draft(Guid.CreateVersion7(), call.Exercise, plan.Id, 1, body.Content, null, call.Caller.Subject);
        if (version is null) return fault!.Problem();
        if (plan.Add(version, null) is { } refusal) return refusal.Problem();
        db.AddRange(plan, version);
        if (plan.EventNoticeId is { } notice) clocks.Drafted(plan, (await db.KnownEvents.FindAsync([notice], ct))!);
        db.Append(plan.Id, version.Changed(plan, call.Now));
        return TypedResults.Created($"/v1/plans/{plan.Id}", PlanView.Of(plan));
    }
}
