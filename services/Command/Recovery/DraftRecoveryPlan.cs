using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Recovery;

/// <summary>What a recovery plan says.</summary>
/// <param name="Goals">What is to be as before, or better, and until when; no names of persons.</param>
/// <param name="Measures">What is done for it.</param>
public sealed record WriteRecoveryPlan([property: Text(4000)] string Goals, [property: Items(1, 50)] IReadOnlyList<string> Measures);

/// <summary>The next version of an incident's recovery plan.</summary>
internal static class DraftRecoveryPlan
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/incidents/{id:guid}/recovery-plans", Handle)
        .WithName("draftRecoveryPlan").WithSummary("Drafts the first or next version of an incident's recovery plan.").RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<RecoveryPlanView>, ProblemHttpResult>> Handle(Guid id, WriteRecoveryPlan body, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        if (await db.MayLeadAsync(incident, call, ct) is { } stranger) return stranger.Problem();
        var versions = await db.RecoveryPlans.AsNoTracking().Where(p => p.IncidentId == id).ToListAsync(ct);
        var (plan, refusal) = RecoveryPlan.Draft(incident, body, versions, call.Caller.Agency, call.Now);
        if (plan is null) return refusal!.Problem();
        db.Add(plan);
        db.Append(id, plan.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Created($"/v1/recovery-plans/{plan.Id}", RecoveryPlanView.Of(plan));
    }
}
