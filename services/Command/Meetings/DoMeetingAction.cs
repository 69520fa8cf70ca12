using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Meetings;

/// <summary>Why an action is no longer to be done.</summary>
/// <param name="Reason">In words; no names of persons.</param>
public sealed record DropMeetingAction([property: Text(500)] string Reason);

/// <summary>Why an action is not done, and until when it is to be.</summary>
/// <param name="Reason">In words; no names of persons.</param>
/// <param name="DueAt">Until when.</param>
public sealed record ReopenMeetingAction([property: Text(500)] string Reason, DateTimeOffset DueAt);

/// <summary>The agency that has an action says that it is done, another verifies it or opens it again, and who called the meeting drops it.</summary>
internal static class DoMeetingAction
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/meeting-actions/{id:guid}/finish", Finish).WithName("finishMeetingAction").WithSummary("Its agency has done what a meeting agreed.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration).RequireIfMatch();
        routes.MapPost("/v1/meeting-actions/{id:guid}/verify", Verify).WithName("verifyMeetingAction").WithSummary("Another agency than the one that did it sees that it is done.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/meeting-actions/{id:guid}/reopen", Reopen).WithName("reopenMeetingAction").WithSummary("What its agency said to be done is not: it is open again, for a reason, until another time.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/meeting-actions/{id:guid}/drop", Drop).WithName("dropMeetingAction").WithSummary("What a meeting agreed is no longer to be done, for a reason.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
    }

    private static Task<Results<Ok<MeetingActionView>, ProblemHttpResult>> Finish(Guid id, CommandDb db, Clocks clocks, Call call, CancellationToken ct) => DecideAsync(id, db, call, async action =>
    {
        if (action.Finish(call.Caller.Agency, call.Now) is { } no) return no;
        await clocks.StopAsync(MeetingAction.ClockKey, id, call.Now, ct);
        return null;
    }, ct);

    private static Task<Results<Ok<MeetingActionView>, ProblemHttpResult>> Verify(Guid id, CommandDb db, Call call, CancellationToken ct) =>
        DecideAsync(id, db, call, action => Task.FromResult(action.Verify(call.Caller.Agency)), ct);

    private static Task<Results<Ok<MeetingActionView>, ProblemHttpResult>> Reopen(Guid id, ReopenMeetingAction body, CommandDb db, Clocks clocks, Call call, CancellationToken ct) => DecideAsync(id, db, call, async action =>
    {
        if (action.Reopen(call.Caller.Agency, body.Reason, body.DueAt, call.Now) is { } no) return no;
        var meeting = (await db.Meetings.FindAsync([action.MeetingId], ct))!;
        await clocks.StartNextAsync(MeetingAction.ClockKey, id, meeting.Id, call.Now, new ClockScope(meeting.Jurisdiction), ct, action.DueAt);
        return null;
    }, ct);

    /// <summary>A clock that ran out before stays broken.</summary>
    private static Task<Results<Ok<MeetingActionView>, ProblemHttpResult>> Drop(Guid id, DropMeetingAction body, CommandDb db, Clocks clocks, Call call, CancellationToken ct) => DecideAsync(id, db, call, async action =>
    {
        if (action.Drop(call.Caller.Agency, body.Reason) is { } no) return no;
        await clocks.CancelAsync(MeetingAction.ClockKey, id, ct);
        return null;
    }, ct);

    private static async Task<Results<Ok<MeetingActionView>, ProblemHttpResult>> DecideAsync(Guid id, CommandDb db, Call call, Func<MeetingAction, Task<Refusal?>> decide, CancellationToken ct)
    {
        if (await db.MeetingActions.FindAsync([id], ct) is not { } action || action.ExerciseId != call.Exercise) return Problems.NotFound("meeting action", id);
        if (call.Stale(action.Version) is { } stale) return stale.Problem();
        if (await decide(action) is { } refusal) return refusal.Problem();
        db.Append(action.MeetingId, action.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Ok(MeetingActionView.Of(action));
    }
}
