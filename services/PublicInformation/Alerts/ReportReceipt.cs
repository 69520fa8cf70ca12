using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Alerts;

/// <summary>What a channel made of an alert, and when; now where it does not say.</summary>
public sealed record ReportReceipt([property: Text(40)] string Channel, ReceiptState State, [property: NotInFuture] DateTimeOffset? OccurredAt = null);

/// <summary>
/// A channel reports. A receipt belongs to the exercise of its alert, so a channel of the real world never reports on an exercise, nor the reverse.
/// </summary>
internal static class ReportReceiptCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/alerts/{id:guid}/receipts", Handle)
        .WithName("reportReceipt").IsLifeSafety().WithSummary("A channel reports on an alert. An append: it needs no version.").RequireRole(Roles.Integration, Roles.PublicInformationOfficer);

    private static async Task<Results<Ok<ReceiptView>, ProblemHttpResult>> Handle(
        Guid id, ReportReceipt request, PublicInformationDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Alerts.Through(call.Exercise).FirstOrDefaultAsync(a => a.Id == id, ct) is not { } alert) return Problems.NotFound("alert", id);
        var receipts = await db.Receipts.Through(call.Exercise).Where(r => r.AlertId == id).ToListAsync(ct);
        if (receipts.Find(r => r.Channel == request.Channel) is not { } receipt) return Refusal.Invalid("/channel", "channel", "The alert does not go to this channel.").Problem();
        if (receipt.Report(request.State, request.OccurredAt ?? call.Now) is { } refusal) return refusal.Problem();
        if (package.Section<AlertChannels>("channels").PushedAt(receipts) is { } pushed) await clocks.StopAsync("alert.push", id, pushed, ct);
        db.Append(alert.IncidentId ?? id, new AlertReceiptChanged(id, alert.IncidentId, receipt.Channel, receipt.State, receipt.Attempts, receipt.ChangedAt));
        return TypedResults.Ok(ReceiptView.Of(receipt));
    }
}

/// <summary>An alert on a channel.</summary>
public sealed record ReceiptView(Guid Id, int Version, Guid AlertId, string Channel, ReceiptState State, int Attempts, DateTimeOffset ChangedAt) : IVersioned
{
    internal static ReceiptView Of(AlertReceipt r) => new(r.Id, r.Version, r.AlertId, r.Channel, r.State, r.Attempts, r.ChangedAt);
}
