using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Meetings;

/// <summary>Meetings that one's agency called or is invited to, and what they agreed.</summary>
internal static class ReadMeetings
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/meetings", List).WithName("listMeetings").WithSummary("Meetings that your agency called or is invited to, oldest first; of one incident or in one state if named.").RequireRole(Readers.All);
        routes.MapGet("/v1/meetings/{id:guid}", Read).WithName("readMeeting").WithSummary("One meeting.").RequireRole(Readers.All);
        routes.MapGet("/v1/meetings/{id:guid}/actions", Actions).WithName("listMeetingActions").WithSummary("What a meeting agreed, oldest first.").RequireRole(Readers.All);
        routes.MapGet("/v1/meeting-actions", Owed).WithName("listOwedMeetingActions").WithSummary("What meetings agreed that your agency does and has not done yet, oldest first.").RequireRole(Readers.All);
        routes.MapGet("/v1/meeting-actions/{id:guid}", OneAction).WithName("readMeetingAction").WithSummary("One action that a meeting agreed.").RequireRole(Readers.All);
    }

    private static async Task<Ok<Page<MeetingView>>> List(Guid? incident, MeetingState? state, Paging page, CommandDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Meetings.AsNoTracking().Where(m => m.ExerciseId == call.Exercise && (incident == null || m.IncidentId == incident) && (state == null || m.State == state))
            .ToPageAsync(page, m => m.Id, MeetingView.Of, ct));

    private static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Read(Guid id, CommandDb db, CancellationToken ct) =>
        await db.Meetings.FindAsync([id], ct) is { } meeting ? TypedResults.Ok(MeetingView.Of(meeting)) : Problems.NotFound("meeting", id);

    private static async Task<Ok<Page<MeetingActionView>>> Actions(Guid id, Paging page, CommandDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.MeetingActions.AsNoTracking().Where(a => a.MeetingId == id).ToPageAsync(page, a => a.Id, MeetingActionView.Of, ct));

    private static async Task<Ok<Page<MeetingActionView>>> Owed(Paging page, CommandDb db, Call call, CancellationToken ct)
    {
        var agency = call.Caller.Agency;
        return TypedResults.Ok(await db.MeetingActions.AsNoTracking().Where(a => a.ExerciseId == call.Exercise && a.Agency == agency && a.State == MeetingActionState.Open)
            .ToPageAsync(page, a => a.Id, MeetingActionView.Of, ct));
    }

    private static async Task<Results<Ok<MeetingActionView>, ProblemHttpResult>> OneAction(Guid id, CommandDb db, CancellationToken ct) =>
        await db.MeetingActions.FindAsync([id], ct) is { } action ? TypedResults.Ok(MeetingActionView.Of(action)) : Problems.NotFound("meeting action", id);
}
