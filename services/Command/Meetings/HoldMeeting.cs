using Coordination.Command.Duties;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Meetings;

/// <summary>A meeting took place.</summary>
/// <param name="HeldAt">When.</param>
/// <param name="Attended">Codes of the invited agencies that came.</param>
public sealed record HoldMeeting([property: NotInFuture] DateTimeOffset HeldAt, [property: Items(1, 100)] IReadOnlyList<string> Attended);

/// <summary>A joint meeting that was held meets the monthly duty of its jurisdiction, and the next month begins.</summary>
internal static class HoldMeetingCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/meetings/{id:guid}/hold", Handle).WithName("holdMeeting")
        .WithSummary("A meeting took place; a joint meeting meets the monthly duty of its jurisdiction.").RequireRole(Roles.DutyOfficer, Roles.Commander).RequireIfMatch();

    private static Task<Results<Ok<MeetingView>, ProblemHttpResult>> Handle(Guid id, HoldMeeting body, CommandDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct) =>
        KeepMeeting.DecideAsync(id, db, package, call, async (meeting, leads) =>
        {
            if (meeting.Hold(call.Caller.Agency, body.Attended, body.HeldAt, leads) is { } no) return no;
            if (meeting is { Kind: MeetingKind.JointMeeting, IncidentId: null })
                foreach (var duty in await db.RunningAsync(StandingDutyKind.MonthlyMeeting, call.Exercise, d => d.Jurisdiction == meeting.Jurisdiction, ct)) await duty.MeetAsync(db, clocks, body.HeldAt, ct);
            return null;
        }, ct);
}
