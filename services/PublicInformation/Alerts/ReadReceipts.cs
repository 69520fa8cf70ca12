using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Alerts;

/// <summary>
/// Channels take their queue. Inside an exercise a channel sees that exercise's alerts and outside only real ones, so nothing of an exercise reaches
/// an Actual channel; what was replaced, cancelled or ran out is no longer in it.
/// </summary>
internal static class ReadReceipts
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/alerts/{id:guid}/receipts", List).WithName("listReceipts").WithSummary("What each channel made of an alert.")
            .RequireRole(Roles.Integration, Roles.PublicInformationOfficer, Roles.Approver, Roles.Auditor, Roles.DutyOfficer, Roles.Commander);
        routes.MapGet("/v1/channels/{channel}/queue", Queue).WithName("readChannelQueue").WithSummary("Alerts that wait for a channel, oldest first.").RequireRole(Roles.Integration);
    }

    private static async Task<Ok<Page<ReceiptView>>> List(Guid id, Paging page, PublicInformationDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.Receipts.Through(call.Exercise).AsNoTracking().Where(r => r.AlertId == id).ToPageAsync(page, r => r.Id, ReceiptView.Of, ct));

    private static async Task<Ok<Page<ReceiptView>>> Queue(string channel, Paging page, PublicInformationDb db, Call call, CancellationToken ct)
    {
        var alerts = db.Alerts.Through(call.Exercise);
        return TypedResults.Ok(await db.Receipts.Through(call.Exercise).AsNoTracking()
            .Where(r => r.Channel == channel && (r.State == ReceiptState.Queued || r.State == ReceiptState.Retried) && alerts.Any(a => a.Id == r.AlertId && a.State == AlertState.Issued))
            .ToPageAsync(page, r => r.Id, ReceiptView.Of, ct));
    }
}
