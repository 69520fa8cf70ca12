using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Notices;

/// <summary>Why a notice is taken back.</summary>
/// <param name="Reason">In words; no names of persons.</param>
public sealed record WithdrawNotice([property: Text(1000)] string Reason);

internal static class WithdrawNoticeCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/notices/{id:guid}/withdraw", Handle)
        .WithName("withdrawNotice").IsLifeSafety().WithSummary("A notice is taken back, which each recipient is to acknowledge again.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<NoticeView>, ProblemHttpResult>> Handle(
        Guid id, WithdrawNotice body, CommandDb db, NoticeClocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Notices.FindAsync([id], ct) is not { } notice) return Problems.NotFound("notice", id);
        if (await db.MayLeadAsync(notice.IncidentId, notice.FromAgency, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(notice.Version) is { } stale) return stale.Problem();
        if (notice.Withdraw(body.Reason, call.Caller.Agency, call.Now) is { } refusal) return refusal.Problem();
        db.Append(notice.IncidentId, new NoticeWithdrawn(id, notice.IncidentId, notice.Revision, call.Caller.Agency, notice.Agencies, call.Now));
        await clocks.SentAgainAsync(notice, ct);
        return TypedResults.Ok(NoticeView.Of(notice));
    }
}
