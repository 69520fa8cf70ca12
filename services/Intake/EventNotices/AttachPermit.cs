using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.EventNotices;

/// <summary>The licence of a filed event.</summary>
/// <param name="Permit">Licence.</param>
public sealed record AttachPermit(Permit Permit);

internal static class AttachPermitCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/event-notices/{id:guid}/attach-permit", Handle)
        .WithName("attachPermit").WithSummary("The operator names the licence, or its grant.")
        .RequireRole(Roles.Reporter, Roles.Integration, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<EventNoticeView>, ProblemHttpResult>> Handle(
        Guid id, AttachPermit body, IntakeDb db, Call call, Clocks clocks, IntakeRules rules, CancellationToken ct)
    {
        if (await db.EventNotices.FindAsync([id], ct) is not { } notice) return Problems.NotFound("event notice", id);
        if (call.Stale(notice.Version) is { } stale) return stale.Problem();
        if (notice.AttachPermit(call.Caller.Agency, body.Permit, rules.EventNotices) is { } refusal) return refusal.Problem();
        await LicenceClock.FollowAsync(notice, clocks, ct);
        db.Append(notice.Id, EventNoticeView.Event(notice, call.Now));
        return TypedResults.Ok(EventNoticeView.Of(notice));
    }
}
