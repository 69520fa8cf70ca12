using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>A drill of a plan.</summary>
/// <param name="PlanVersionId">The exact version that is drilled.</param>
/// <param name="Form">Tabletop or live.</param>
/// <param name="Scope">One function or several.</param>
/// <param name="Injects">What will happen.</param>
/// <param name="ParentDrillId">The drill that it is part of: one that has not begun, of a plan that holds in the same place or above.</param>
public sealed record PlanDrill(
    Guid PlanVersionId, DrillForm Form, DrillScope Scope, [property: Items(1, 200)] IReadOnlyList<PlannedInject> Injects, Guid? ParentDrillId = null);

/// <summary>Something that will happen in a drill.</summary>
/// <param name="AfterMinutes">When, counted from the start.</param>
/// <param name="Text">What happens.</param>
/// <param name="Expected">What is expected then.</param>
/// <param name="WithinMinutes">How long the answer may take.</param>
/// <param name="Role">The role of the plan's checklist that answers it; results are counted by role.</param>
public sealed record PlannedInject(
    [property: Range(0, 44640)] int AfterMinutes, [property: Text(1000)] string Text, [property: Text(1000)] string Expected,
    [property: Range(1, 10080)] int WithinMinutes, [property: Text(100)] string? Role = null);

/// <summary>A drill is planned.</summary>
internal static class PlanDrillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/drills", Handle)
        .WithName("planDrill").WithSummary("A drill of a plan version is planned.").RequireRole(Roles.Commander, Roles.DutyOfficer, Roles.Operator);

    private static async Task<Results<Created<DrillView>, ProblemHttpResult>> Handle(PlanDrill body, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct)
    {
        if (await db.PlanVersions.FindAsync([body.PlanVersionId], ct) is not { } plan) return Problems.NotFound("plan version", body.PlanVersionId);
        if (!plan.Holds) return new Refusal("plan-not-in-force", "Only a version that is in force can be drilled.").Problem();
        if (RefuseRoles(body.Injects, plan) is { } roleless) return roleless.Problem();
        if (body.ParentDrillId is { } of)
        {
            if (await db.Drills.FindAsync([of], ct) is not { } parent) return Problems.NotFound("drill", of);
            if (await db.RefusePartAsync(parent, plan, package, call, ct) is { } no) return no.Problem();
        }
        var drill = Drill.Plan(Guid.CreateVersion7(), call.Exercise, plan, body.ParentDrillId, body.Form, body.Scope,
            [.. body.Injects.Select(i => new Inject(0, i.AfterMinutes, i.Text, i.Expected, i.WithinMinutes, Role: i.Role))], call.Caller.Agency);
        db.Add(drill);
        db.Append(drill.Id, drill.Changed(call.Now));
        return TypedResults.Created($"/v1/drills/{drill.Id}", DrillView.Of(drill));
    }

    /// <summary>Roles are those of the plan, so that none is the name of a person.</summary>
    internal static Refusal? RefuseRoles(IReadOnlyList<PlannedInject> injects, Plans.PlanVersion plan)
    {
        for (var i = 0; i < injects.Count; i++)
            if (injects[i].Role is { } role && plan.Content.Checklist.All(c => c.Role != role))
                return Refusal.Invalid($"/injects/{i}/role", "unknown-role", "The plan's checklist has no such role.");
        return null;
    }
}
