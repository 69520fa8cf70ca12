using Coordination.Command.Jurisdictions;
using Coordination.Command.Rosters;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Reachability;

/// <summary>The post of a roster is called: by its own agency, or by a body on duty where that has its place or above.</summary>
internal static class OpenReachabilityTest
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/duty-rosters/{id:guid}/reachability-tests", Handle).WithName("openReachabilityTest")
        .WithSummary("Calls the post of a roster to see whether it answers, once a day at most by each agency.").RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<ReachabilityTestView>, ProblemHttpResult>> Handle(
        Guid id, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.DutyRosters.FindAsync([id], ct) is not { } roster || roster.ExerciseId != call.Exercise) return Problems.NotFound("duty roster", id);
        if (Stranger(roster, await db.TreeAsync(package, call, ct), call.Caller.Agency) is { } stranger) return stranger.Problem();
        var opener = call.Caller.Agency;
        var day = package.Calendar.DateOf(call.Now);
        var today = day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);
        var (test, refusal) = ReachabilityTest.Open(roster, opener, day, await db.ReachabilityTests.AnyAsync(t => t.RosterId == id && t.Day == today && t.OpenedBy == opener, ct), call.Now);
        if (test is null) return refusal!.Problem();
        db.Add(test);
        clocks.Start(ReachabilityTest.ClockKey, test.Id, test.Id, call.Now);
        db.Append(test.Id, test.Changed(call.Now));
        return TypedResults.Created($"/v1/reachability-tests/{test.Id}", ReachabilityTestView.Of(test));
    }

    private static Refusal? Stranger(DutyRoster roster, JurisdictionTree tree, string agency) =>
        agency == roster.Agency || (tree.PlaceOf(roster.Agency) is { } place && tree.May(agency, AuthorityPower.KeepDuty, place)) ? null
            : Refusal.Forbidden("no-authority", $"The posts of {roster.Agency} are called by itself, and by the bodies on duty where it has its place or above.");
}
