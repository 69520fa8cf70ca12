using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Alerts;

/// <summary>What a channel made of an alert.</summary>
public sealed record ReportReceipt([property: Text(40)] string Channel, ReceiptState State);

/// <summary>
/// Channels take their queue and report back. Inside an exercise a channel sees that exercise's alerts and outside only real ones, so nothing of an
/// exercise reaches an Actual channel.
/// </summary>
internal static class ReportReceiptCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/alerts/{id:guid}/receipts", Handle).WithName("reportReceipt").WithSummary("A channel reports on an alert. An append: it needs no version.")
            .RequireRole(Roles.Integration, Roles.PublicInformationOfficer);
        routes.MapGet("/v1/alerts/{id:guid}/receipts", List).WithName("listReceipts").WithSummary("What each channel made of an alert.")
            .RequireRole(Roles.Integration, Roles.PublicInformationOfficer, Roles.Approver, Roles.Auditor, Roles.DutyOfficer, Roles.Commander);
        routes.MapGet("/v1/channels/{channel}/queue", Queue).WithName("readChannelQueue").WithSummary("Alerts that wait for a channel.").RequireRole(Roles.Integration);
    }

    private static async Task<Results<Ok<ReceiptView>, ProblemHttpResult>> Handle(
        Guid id, ReportReceipt request, PublicInformationDb db, JurisdictionPackage package, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Alerts.FindAsync([id], ct) is not { } alert) return Problems.NotFound("alert", id);
        var receipts = await db.Receipts.Where(r => r.AlertId == id).ToListAsync(ct);
        if (receipts.Find(r => r.Channel == request.Channel) is not { } receipt) return Refusal.Invalid("/channel", "channel", "The alert does not go to this channel.").Problem();
        if (receipt.Report(request.State, call.Now) is { } refusal) return refusal.Problem();
        var channels = package.Section<AlertChannels>("channels");
        var required = receipts.Where(r => channels.List.Exists(c => c.Key == r.Channel && c.Required)).ToList();
        if (required.Count(r => r.State == ReceiptState.Delivered) * 100 >= required.Count * channels.RequiredPercent) await clocks.StopAsync("alert.push", id, call.Now, ct);
        db.Append(alert.IncidentId ?? id, new AlertReceiptChanged(id, alert.IncidentId, receipt.Channel, receipt.State, call.Now));
        return TypedResults.Ok(ReceiptView.Of(receipt));
    }

    private static async Task<Ok<Page<ReceiptView>>> List(Guid id, Paging page, PublicInformationDb db, CancellationToken ct) => TypedResults.Ok(
        await db.Receipts.AsNoTracking().Where(r => r.AlertId == id).ToPageAsync(page, r => r.Id, ReceiptView.Of, ct));

    private static async Task<Ok<Page<ReceiptView>>> Queue(string channel, Paging page, PublicInformationDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.Receipts.AsNoTracking().Where(r => r.Channel == channel && r.ExerciseId == call.Exercise && (r.State == ReceiptState.Queued || r.State == ReceiptState.Retried))
            .ToPageAsync(page, r => r.Id, ReceiptView.Of, ct));
}

/// <summary>An alert on a channel.</summary>
public sealed record ReceiptView(Guid Id, int Version, Guid AlertId, string Channel, ReceiptState State, int Attempts, DateTimeOffset ChangedAt) : IVersioned
{
    internal static ReceiptView Of(AlertReceipt r) => new(r.Id, r.Version, r.AlertId, r.Channel, r.State, r.Attempts, r.ChangedAt);
}
