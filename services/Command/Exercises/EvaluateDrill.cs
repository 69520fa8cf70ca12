using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Exercises;

/// <summary>The evaluation of a drill.</summary>
/// <param name="Findings">What was found.</param>
public sealed record EvaluateDrill([property: Items(0, 100)] IReadOnlyList<EvaluationFinding> Findings);

/// <summary>A finding of an evaluation.</summary>
/// <param name="Text">In words; stays in this service.</param>
/// <param name="RevisesPlan">True when the plan must change.</param>
public sealed record EvaluationFinding([property: Text(1000)] string Text, bool RevisesPlan);

/// <summary>A drill is evaluated after its parts: the plan's drill duty is met, and the next one begins.</summary>
internal static class EvaluateDrillCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/drills/{id:guid}/evaluate", Handle)
        .WithName("evaluateDrill").WithSummary("A drill is evaluated after its parts: the plan's drill duty is met, and the next one begins.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<DrillView>, ProblemHttpResult>> Handle(
        Guid id, EvaluateDrill body, CommandDb db, JurisdictionPackage package, Call call, Clocks clocks, CancellationToken ct)
    {
        var (drill, stranger) = await db.DirectedAsync(id, package, call, ct);
        if (drill is null) return stranger!.Problem();
        if (drill.Evaluate([.. body.Findings.Select(f => new DrillFinding(0, f.Text, f.RevisesPlan))]) is { } refusal) return refusal.Problem();
        await clocks.StopAsync("drill.evaluate", id, call.Now, ct);
        await OweNextAsync(drill.Top, db, call, clocks, ct);
        db.AppendMoved(drill, call.Now);
        return TypedResults.Ok(DrillView.Of(drill.Top));
    }

    private static async Task OweNextAsync(Drill drill, CommandDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        var plan = (await db.Plans.FindAsync([drill.PlanId], ct))!;
        // A drill inside an exercise does not meet a duty of the real world.
        if (plan.ExerciseId != call.Exercise || await clocks.FindAsync("plan.drill", plan.Id, ct) is not { } owed) return;
        await clocks.StopAsync("plan.drill", plan.Id, call.Now, ct);
        clocks.Start("plan.drill", plan.Id, plan.Id, call.Now, new ClockScope(plan.Jurisdiction, Tier: plan.DrillDuty.ToString()), occurrence: owed.Occurrence + 1);
    }
}
