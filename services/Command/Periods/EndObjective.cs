using Coordination.Command.Orders;
using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Periods;

/// <summary>Why an objective is no longer pursued.</summary>
/// <param name="Reason">In words; no names of persons.</param>
public sealed record DropObjective([property: Text(500)] string Reason);

/// <summary>Who leads the incident says that an objective is met, or drops it.</summary>
internal static class EndObjective
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/objectives/{id:guid}/meet", Meet).WithName("meetObjective").WithSummary("An objective is met.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/objectives/{id:guid}/drop", Drop).WithName("dropObjective").WithSummary("An objective is no longer pursued, for a reason.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
    }

    private static Task<Results<Ok<ObjectiveView>, ProblemHttpResult>> Meet(Guid id, CommandDb db, Call call, CancellationToken ct) =>
        DecideAsync(id, db, call, o => o.Meet(call.Caller.Agency, call.Now), ct);

    private static Task<Results<Ok<ObjectiveView>, ProblemHttpResult>> Drop(Guid id, DropObjective body, CommandDb db, Call call, CancellationToken ct) =>
        DecideAsync(id, db, call, o => o.Drop(body.Reason, call.Caller.Agency, call.Now), ct);

    private static async Task<Results<Ok<ObjectiveView>, ProblemHttpResult>> DecideAsync(Guid id, CommandDb db, Call call, Func<Objective, Refusal?> decide, CancellationToken ct)
    {
        if (await db.Objectives.FindAsync([id], ct) is not { } objective) return Problems.NotFound("objective", id);
        var (incident, no) = await IncidentAtHand.LedAsync(objective.IncidentId, db, call, ct, objective.Version);
        if (incident is null) return no!.Problem();
        if (decide(objective) is { } refusal) return refusal.Problem();
        db.Append(incident.Id, objective.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Ok(ObjectiveView.Of(objective));
    }
}
