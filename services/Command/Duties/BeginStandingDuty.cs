using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Duties;

/// <summary>What is owed again and again from now on.</summary>
/// <param name="Kind">Which duty.</param>
/// <param name="Jurisdiction">Code of the jurisdiction in which it is owed.</param>
/// <param name="Agency">Code of who owes it; the caller's agency when it is left out.</param>
public sealed record BeginStandingDuty(StandingDutyKind Kind, [property: Text(40)] string Jurisdiction, [property: Text(64)] string? Agency = null);

/// <summary>A body on duty in the jurisdiction or above says who owes it; an agency takes trainings upon itself.</summary>
internal static class BeginStandingDutyCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/standing-duties", Handle).WithName("beginStandingDuty")
        .WithSummary("A monthly meeting or a quarterly training is owed from now on, and its clock starts.").RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<StandingDutyView>, ProblemHttpResult>> Handle(
        BeginStandingDuty body, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        var (tree, agency) = (await db.TreeAsync(package, call, ct), body.Agency ?? call.Caller.Agency);
        if (tree.RefuseUnknown(body.Jurisdiction) is { } nowhere) return nowhere.Problem();
        if ((agency != call.Caller.Agency || body.Kind == StandingDutyKind.MonthlyMeeting) && tree.MayActAlone(call.Caller.Agency, body.Jurisdiction) is { } stranger) return stranger.Problem();
        if ((await db.RunningAsync(body.Kind, call.Exercise, d => d.Agency == agency && d.Jurisdiction == body.Jurisdiction, ct)).Count > 0)
            return new Refusal("duty-runs", "This agency owes this already.").Problem();
        var (duty, refusal) = StandingDuty.Begin(body, agency, call.Caller.Agency, call.Exercise, call.Now);
        if (duty is null) return refusal!.Problem();
        db.Add(duty);
        await duty.OweAsync(clocks, call.Now, ct);
        db.Append(duty.Id, duty.Changed(call.Now));
        return TypedResults.Created($"/v1/standing-duties/{duty.Id}", StandingDutyView.Of(duty));
    }
}
