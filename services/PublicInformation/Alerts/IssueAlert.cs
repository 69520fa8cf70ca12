using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Alerts;

/// <summary>Another person approves; then the alert goes to its channels, and what it refers to gives way.</summary>
internal static class IssueAlert
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/alerts/{id:guid}/approve", Approve).WithName("approveAlert").WithSummary("Another person than the author approves; the push clock starts.").RequireRole(Roles.Approver).RequireIfMatch();
        routes.MapPost("/v1/alerts/{id:guid}/issue", Issue).WithName("issueAlert").WithSummary("Sends the alert to its channels.").RequireRole(Roles.PublicInformationOfficer, Roles.Approver).RequireIfMatch();
    }

    private static async Task<Results<Ok<AlertView>, ProblemHttpResult>> Approve(Guid id, PublicInformationDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Alerts.FindAsync([id], ct) is not { } alert) return Problems.NotFound("alert", id);
        if (call.Stale(alert.Version) is { } stale) return stale.Problem();
        if (alert.Approve(call.Caller.Subject, call.Now) is { } refusal) return refusal.Problem();
        clocks.Start("alert.push", id, alert.IncidentId ?? id, call.Now);
        db.Append(alert.IncidentId ?? id, new AlertApproved(id, alert.IncidentId, call.Now));
        return TypedResults.Ok(AlertView.Of(alert));
    }

    private static async Task<Results<Ok<AlertView>, ProblemHttpResult>> Issue(Guid id, PublicInformationDb db, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Alerts.FindAsync([id], ct) is not { } alert) return Problems.NotFound("alert", id);
        if (call.Stale(alert.Version) is { } stale) return stale.Problem();
        if (alert.Issue(call.Now) is { } refusal) return refusal.Problem();
        var subject = alert.IncidentId ?? id;
        if (alert.References is { } old)
        {
            var before = (await db.Alerts.FindAsync([old], ct))!;
            if (before.GiveWay(alert.MessageType) is { } gone) return gone.Problem();
            await clocks.CancelAsync("alert.expiry", old, ct);
            db.Append(before.IncidentId ?? old, new AlertEnded(old, before.IncidentId, before.State, call.Now));
        }
        foreach (var channel in alert.Channels) db.Add(AlertReceipt.Queue(alert, channel, call.Now));
        clocks.Start("alert.expiry", id, subject, call.Now, due: alert.Expires);
        db.Append(subject, new AlertIssued(
            id, alert.IncidentId, alert.Identifier, alert.Sender, alert.MessageType, alert.Severity, alert.Kind, alert.References, alert.Channels,
            [.. alert.Areas.Select(a => a.AreaCode)], call.Now, alert.Expires));
        return TypedResults.Ok(AlertView.Of(alert));
    }
}

/// <summary>An alert ran out.</summary>
internal sealed class OnAlertExpired(PublicInformationDb db, Call call) : IReactToClock
{
    public async Task HandleAsync(Clock clock, CancellationToken ct)
    {
        if (await db.Alerts.FindAsync([clock.EntityId], ct) is not { } alert || alert.Expire() is not null) return;
        db.Append(alert.IncidentId ?? alert.Id, new AlertEnded(alert.Id, alert.IncidentId, alert.State, call.Now));
    }
}
