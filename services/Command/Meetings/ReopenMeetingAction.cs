using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Meetings;

/// <summary>Why an action is not done, and until when it is to be.</summary>
/// <param name="Reason">In words; no names of persons.</param>
/// <param name="DueAt">Until when.</param>
public sealed record ReopenMeetingAction([property: Text(500)] string Reason, DateTimeOffset DueAt);

/// <summary>What is said to be done and is not is open again.</summary>
internal static class ReopenMeetingActionCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/meeting-actions/{id:guid}/reopen", Handle).WithName("reopenMeetingAction")
        .WithSummary("What its agency said to be done is not: it is open again, for a reason, until another time.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static Task<Results<Ok<MeetingActionView>, ProblemHttpResult>> Handle(Guid id, ReopenMeetingAction body, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct) =>
        MeetingActionDecision.TakeAsync(id, db, call, async (action, meeting) =>
        {
            if (action.Reopen(call.Caller.Agency, body.Reason, body.DueAt, call.Now, await MeetingActionDecision.SettlesAsync(action, meeting, db, package, call, ct)) is { } no) return no;
            await clocks.StartNextAsync(MeetingAction.ClockKey, id, meeting.Id, call.Now, new ClockScope(meeting.Jurisdiction), ct, action.DueAt);
            return null;
        }, ct);
}
