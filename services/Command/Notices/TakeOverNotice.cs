using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command.Notices;

/// <summary>A superior who was told takes care of a recipient that is silent: sends somebody, or calls another way. Its own word is an append: it needs no version.</summary>
internal static class TakeOverNotice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/notices/{id:guid}/receipts/{receiptId:guid}/take-over", Handle)
        .WithName("takeOverNotice").IsLifeSafety().WithSummary("A superior takes care of a recipient that does not acknowledge a notice.")
        .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Integration);

    private static async Task<Results<Ok<NoticeReceiptView>, ProblemHttpResult>> Handle(
        Guid id, Guid receiptId, CommandDb db, NoticeClocks clocks, Call call, CancellationToken ct)
    {
        if (await db.NoticeReceipts.FindAsync([receiptId], ct) is not { } receipt || receipt.NoticeId != id) return Problems.NotFound("receipt", receiptId);
        if (receipt.TakeOver(call.Caller.Agency, call.Now) is { } refusal) return refusal.Problem();
        await clocks.TakenOverAsync(receipt, ct);
        db.Append(receipt.IncidentId, new NoticeTakenOver(id, receipt.IncidentId, receipt.Id, receipt.Recipient, call.Caller.Agency, call.Now));
        return TypedResults.Ok(NoticeReceiptView.Of(receipt));
    }
}
