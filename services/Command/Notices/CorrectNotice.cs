using Coordination.Command.Incidents;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Notices;

/// <summary>What a notice says from now on.</summary>
/// <param name="Text">In words; no names of persons.</param>
/// <param name="Purpose">What is asked of its recipients; what was asked before when it is left out.</param>
public sealed record CorrectNotice([property: Text(1000)] string Text, NoticePurpose? Purpose = null);

internal static class CorrectNoticeCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/notices/{id:guid}/correct", Handle)
        .WithName("correctNotice").IsLifeSafety().WithSummary("A notice has another text, which each recipient is to acknowledge again.")
        .RequireRole(Roles.Commander, Roles.DutyOfficer).RequireIfMatch();

    private static async Task<Results<Ok<NoticeView>, ProblemHttpResult>> Handle(
        Guid id, CorrectNotice body, CommandDb db, NoticeClocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Notices.FindAsync([id], ct) is not { } notice) return Problems.NotFound("notice", id);
        if (await db.MayLeadAsync(notice.IncidentId, notice.FromAgency, call, ct) is { } stranger) return stranger.Problem();
        if (call.Stale(notice.Version) is { } stale) return stale.Problem();
        if (notice.Correct(new(body.Purpose ?? notice.Newest.Purpose, body.Text, call.Caller.Agency, call.Now)) is { } refusal) return refusal.Problem();
        db.Append(notice.IncidentId, new NoticeCorrected(id, notice.IncidentId, notice.Newest.Purpose, notice.Revision, call.Caller.Agency, notice.Agencies, call.Now));
        await clocks.SentAgainAsync(notice, ct);
        return TypedResults.Ok(NoticeView.Of(notice));
    }
}
