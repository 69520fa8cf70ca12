using System.ComponentModel.DataAnnotations;
using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Notices;

/// <summary>A recipient acknowledges what it read. One's own receipt is an append: it needs no version.</summary>
/// <param name="Revision">The revision that was read: a receipt for an older text is none for the newest.</param>
/// <param name="OccurredAt">When; the moment of the call when it is left out.</param>
public sealed record AcknowledgeNotice([property: Range(1, 100000)] int Revision, [property: NotInFuture] DateTimeOffset? OccurredAt = null);

internal static class AcknowledgeNoticeCase
{
    private static readonly string[] May = [Roles.DutyOfficer, Roles.Commander, Roles.Integration];

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/notices/{id:guid}/acknowledge", Handle)
        .WithName("acknowledgeNotice").IsLifeSafety().WithSummary("Your agency has received the newest text of a notice.").RequireRole(May);

    private static async Task<Results<Ok<NoticeReceiptView>, ProblemHttpResult>> Handle(
        Guid id, AcknowledgeNotice body, CommandDb db, NoticeClocks clocks, Call call, CancellationToken ct)
    {
        var (agency, at) = (call.Caller.Agency, body.OccurredAt ?? call.Now);
        if (await db.NoticeReceipts.FirstOrDefaultAsync(r => r.NoticeId == id && r.Recipient == agency, ct) is not { } receipt) return Problems.NotFound("notice to your agency");
        if (receipt.Receive(agency, May.First(call.Caller.Has), body.Revision, at) is { } refusal) return refusal.Problem();
        await clocks.ReceivedAsync(receipt, at, ct);
        db.Append(receipt.IncidentId, new NoticeReceived(id, receipt.IncidentId, receipt.Id, agency, receipt.Revision, at));
        return TypedResults.Ok(NoticeReceiptView.Of(receipt));
    }
}
