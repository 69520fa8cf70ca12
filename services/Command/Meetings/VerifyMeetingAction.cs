using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Meetings;

/// <summary>Another agency than the one that did it verifies an action.</summary>
internal static class VerifyMeetingAction
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/meeting-actions/{id:guid}/verify", Handle).WithName("verifyMeetingAction")
        .WithSummary("Another agency than the one that did it sees that it is done.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static Task<Results<Ok<MeetingActionView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct) =>
        MeetingActionDecision.TakeAsync(id, db, call, async (action, meeting) => action.Verify(call.Caller.Agency, await MeetingActionDecision.SettlesAsync(action, meeting, db, package, call, ct)), ct);
}
