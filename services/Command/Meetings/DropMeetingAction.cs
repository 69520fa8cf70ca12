using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Meetings;

/// <summary>Why an action is no longer to be done.</summary>
/// <param name="Reason">In words; no names of persons.</param>
public sealed record DropMeetingAction([property: Text(500)] string Reason);

/// <summary>Another agency than the one that was to do it drops an action. A clock that ran out before stays broken.</summary>
internal static class DropMeetingActionCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/meeting-actions/{id:guid}/drop", Handle).WithName("dropMeetingAction")
        .WithSummary("What a meeting agreed is no longer to be done, for a reason.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static Task<Results<Ok<MeetingActionView>, ProblemHttpResult>> Handle(Guid id, DropMeetingAction body, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct) =>
        MeetingActionDecision.TakeAsync(id, db, call, async (action, meeting) =>
        {
            if (action.Drop(call.Caller.Agency, body.Reason, await MeetingActionDecision.SettlesAsync(action, meeting, db, package, call, ct)) is { } no) return no;
            await clocks.CancelAsync(MeetingAction.ClockKey, id, ct);
            return null;
        }, ct);
}
