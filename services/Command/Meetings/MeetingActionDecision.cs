using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Command.Meetings;

/// <summary>What an agency says of something that a meeting agreed.</summary>
internal static class MeetingActionDecision
{
    public static async Task<Results<Ok<MeetingActionView>, ProblemHttpResult>> TakeAsync(Guid id, CommandDb db, Call call, Func<MeetingAction, Meeting, Task<Refusal?>> decide, CancellationToken ct)
    {
        if (await db.MeetingActions.FindAsync([id], ct) is not { } action || action.ExerciseId != call.Exercise) return Problems.NotFound("meeting action", id);
        if (call.Stale(action.Version) is { } stale) return stale.Problem();
        if (await decide(action, (await db.Meetings.FindAsync([action.MeetingId], ct))!) is { } refusal) return refusal.Problem();
        db.Append(action.MeetingId, action.Changed(call.Caller.Agency, call.Now));
        return TypedResults.Ok(MeetingActionView.Of(action));
    }

    /// <summary>
    /// True for one of the invited that leads, and for each of them where the work is of one that leads: nobody sees that its own work is done, and such work would wait
    /// for a caller that is silent.
    /// </summary>
    public static async Task<bool> SettlesAsync(MeetingAction action, Meeting meeting, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct) =>
        await KeepMeeting.LeadsAsync(meeting, db, package, call, ct) || await KeepMeeting.LeadsAsync(meeting, db, package, call, ct, action.Agency);
}
