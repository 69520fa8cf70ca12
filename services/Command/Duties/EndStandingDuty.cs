using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Duties;

/// <summary>What was owed again and again is owed no longer: so says who laid it, or a body on duty there or above that does not owe it itself.</summary>
internal static class EndStandingDuty
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/standing-duties/{id:guid}/end", Handle).WithName("endStandingDuty")
        .WithSummary("A standing duty is no longer owed.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static async Task<Results<Ok<StandingDutyView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.StandingDuties.FindAsync([id], ct) is not { } duty || duty.ExerciseId != call.Exercise) return Problems.NotFound("standing duty", id);
        if (call.Stale(duty.Version) is { } stale) return stale.Problem();
        var isOnDuty = (await db.TreeAsync(package, call, ct)).May(call.Caller.Agency, AuthorityPower.KeepDuty, duty.Jurisdiction);
        if (duty.End(call.Caller.Agency, isOnDuty, call.Now) is { } refusal) return refusal.Problem();
        await clocks.CancelAsync(duty.ClockKey(), duty.Id, ct);
        db.Append(duty.Id, duty.Changed(call.Now));
        return TypedResults.Ok(StandingDutyView.Of(duty));
    }
}
