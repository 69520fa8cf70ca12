using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.EventNotices;

internal static class AcknowledgeEventNotice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/event-notices/{id:guid}/acknowledge", Handle)
        .WithName("acknowledgeEventNotice").WithSummary("The duty office has seen the notice.")
        .RequireRole(Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<EventNoticeView>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.EventNotices.FindAsync([id], ct) is not { } notice) return Problems.NotFound("event notice", id);
        if (call.Stale(notice.Version) is { } stale) return stale.Problem();
        if (notice.Acknowledge() is { } refusal) return refusal.Problem();
        await clocks.StopAsync("event-notice.acknowledge", notice.Id, call.Now, ct);
        db.Append(notice.Id, EventNoticeView.Event(notice, call.Now));
        return TypedResults.Ok(EventNoticeView.Of(notice));
    }
}
