using Coordination.Command.Incidents;
using Coordination.Command.Jurisdictions;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Meetings;

/// <summary>What a meeting came to.</summary>
/// <param name="Conclusions">In words; no names of persons.</param>
public sealed record MinuteMeeting([property: Items(1, 50)] IReadOnlyList<string> Conclusions);

/// <summary>Why a meeting does not take place.</summary>
/// <param name="Reason">In words; no names of persons.</param>
public sealed record CancelMeeting([property: Text(500)] string Reason);

/// <summary>Who called a meeting writes its conclusions down, closes it when what it agreed is done, or cancels it. All but the last does also one of the invited that leads its incident or keeps the duty.</summary>
internal static class KeepMeeting
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/meetings/{id:guid}/minute", Minute).WithName("minuteMeeting").WithSummary("Writes the conclusions of a meeting down.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/meetings/{id:guid}/close", Close).WithName("closeMeeting").WithSummary("A meeting closes when what it agreed is verified or dropped.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
        routes.MapPost("/v1/meetings/{id:guid}/cancel", Cancel).WithName("cancelMeeting").WithSummary("A meeting does not take place, for a reason.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();
    }

    private static Task<Results<Ok<MeetingView>, ProblemHttpResult>> Minute(Guid id, MinuteMeeting body, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct) =>
        DecideAsync(id, db, package, call, (meeting, leads) => Task.FromResult(meeting.Minute(call.Caller.Agency, body.Conclusions, leads)), ct);

    private static Task<Results<Ok<MeetingView>, ProblemHttpResult>> Close(Guid id, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct) => DecideAsync(id, db, package, call, async (meeting, leads) =>
        meeting.Close(call.Caller.Agency, await db.MeetingActions.CountAsync(a => a.MeetingId == id && (a.State == MeetingActionState.Open || a.State == MeetingActionState.Done), ct), leads), ct);

    private static Task<Results<Ok<MeetingView>, ProblemHttpResult>> Cancel(Guid id, CancelMeeting body, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct) =>
        DecideAsync(id, db, package, call, (meeting, _) => Task.FromResult(meeting.Cancel(call.Caller.Agency, body.Reason)), ct);

    internal static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> DecideAsync(
        Guid id, CommandDb db, JurisdictionPackage package, Call call, Func<Meeting, bool, Task<Refusal?>> decide, CancellationToken ct)
    {
        if (await db.Meetings.FindAsync([id], ct) is not { } meeting || meeting.ExerciseId != call.Exercise) return Problems.NotFound("meeting", id);
        if (call.Stale(meeting.Version) is { } stale) return stale.Problem();
        if (await decide(meeting, await LeadsAsync(meeting, db, package, call, ct)) is { } refusal) return refusal.Problem();
        db.Append(meeting.Id, meeting.Changed(call.Now));
        return TypedResults.Ok(MeetingView.Of(meeting));
    }

    /// <summary>True for who keeps the duty in its jurisdiction or above, or leads its incident.</summary>
    internal static async Task<bool> LeadsAsync(Meeting meeting, CommandDb db, JurisdictionPackage package, Call call, CancellationToken ct, string? agency = null) =>
        (await db.TreeAsync(package, call, ct)).May(agency ?? call.Caller.Agency, AuthorityPower.KeepDuty, meeting.Jurisdiction)
        || (meeting.IncidentId is { } id && await (agency is null ? db.Incidents : db.Incidents.IgnoreQueryFilters()).FirstOrDefaultAsync(i => i.Id == id, ct) is { } incident && await db.LeadsAsync(incident, agency ?? call.Caller.Agency, ct));
}
