using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Notices;

/// <summary>Notices that one's agency sent, got, or may see with their incident; and who received one.</summary>
internal static class ReadNotices
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/notices", List).WithName("listNotices")
            .WithSummary("Notices that your agency sent, got, or sees with their incident, oldest first; owed=true for those that it has to acknowledge, or to take over from one who is silent.").RequireRole(Readers.All);
        routes.MapGet("/v1/notices/{id:guid}", Read).WithName("readNotice").IsLifeSafety().WithSummary("One notice, with all that it said.").RequireRole(Readers.All);
        routes.MapGet("/v1/notices/{id:guid}/receipts", Receipts).WithName("listNoticeReceipts")
            .WithSummary("Who received a notice, when, and who is silent; a recipient finds its own receipt.").RequireRole(Readers.All);
    }

    private static async Task<Ok<Page<NoticeView>>> List(Guid? incident, bool? owed, Paging page, CommandDb db, Call call, CancellationToken ct)
    {
        var agency = call.Caller.Agency;
        return TypedResults.Ok(await db.Notices.AsNoTracking().Where(n => n.ExerciseId == call.Exercise && (incident == null || n.IncidentId == incident))
            .Where(n => owed != true || db.NoticeReceipts.Where(r => r.State != NoticeReceiptState.Received
                && (r.Recipient == agency || (r.TakenOverAt == null && r.Audience.Contains(" " + agency + " ")))).Select(r => r.NoticeId).Contains(n.Id))
            .ToPageAsync(page, n => n.Id, NoticeView.Of, ct));
    }

    private static async Task<Results<Ok<NoticeView>, ProblemHttpResult>> Read(Guid id, CommandDb db, CancellationToken ct) =>
        await db.Notices.FindAsync([id], ct) is { } notice ? TypedResults.Ok(NoticeView.Of(notice)) : Problems.NotFound("notice", id);

    private static async Task<Ok<Page<NoticeReceiptView>>> Receipts(Guid id, Paging page, CommandDb db, CancellationToken ct) => TypedResults.Ok(
        await db.NoticeReceipts.AsNoTracking().Where(r => r.NoticeId == id).ToPageAsync(page, r => r.Id, NoticeReceiptView.Of, ct));
}
