using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Meetings;

/// <summary>What a meeting agreed that an agency does.</summary>
/// <param name="Text">In words; no names of persons.</param>
/// <param name="Agency">Code of the agency: who called the meeting, or who was invited.</param>
/// <param name="DueAt">Until when.</param>
public sealed record SetMeetingAction([property: Text(1000)] string Text, [property: Text(64)] string Agency, DateTimeOffset DueAt);

internal static class SetMeetingActionCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/meetings/{id:guid}/actions", Handle).WithName("setMeetingAction")
        .WithSummary("Gives an agency what a meeting agreed, and starts its clock.").RequireRole(Roles.DutyOfficer, Roles.Commander);

    private static async Task<Results<Created<MeetingActionView>, ProblemHttpResult>> Handle(Guid id, SetMeetingAction body, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Meetings.FindAsync([id], ct) is not { } meeting || meeting.ExerciseId != call.Exercise) return Problems.NotFound("meeting", id);
        var (action, refusal) = MeetingAction.Set(meeting, body, call.Caller.Agency, call.Now, await KeepMeeting.LeadsAsync(meeting, db, package, call, ct));
        if (action is null) return refusal!.Problem();
        db.Add(action);
        clocks.Start(MeetingAction.ClockKey, action.Id, meeting.Id, call.Now, new ClockScope(meeting.Jurisdiction), action.DueAt);
        db.Append(meeting.Id, action.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Created($"/v1/meeting-actions/{action.Id}", MeetingActionView.Of(action));
    }
}
