using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Meetings;

/// <summary>The agency that has an action says that it is done.</summary>
internal static class FinishMeetingAction
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/meeting-actions/{id:guid}/finish", Handle).WithName("finishMeetingAction")
        .WithSummary("Its agency has done what a meeting agreed.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Logistics, Roles.Integration).RequireIfMatch();

    private static Task<Results<Ok<MeetingActionView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, Clocks clocks, Call call, CancellationToken ct) =>
        MeetingActionDecision.TakeAsync(id, db, call, async (action, _) =>
        {
            if (action.Finish(call.Caller.Agency, call.Now) is { } no) return no;
            await clocks.StopAsync(MeetingAction.ClockKey, id, call.Now, ct);
            return null;
        }, ct);
}
