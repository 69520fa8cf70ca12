using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Cap;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Alerts;

/// <summary>The alert goes to its channels, and what it refers to gives way.</summary>
internal static class IssueAlert
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/alerts/{id:guid}/issue", Handle)
        .WithName("issueAlert").IsLifeSafety().WithSummary("Sends the alert to its channels.").RequireRole(Roles.PublicInformationOfficer, Roles.Approver).RequireIfMatch();

    private static async Task<Results<Ok<AlertView>, ProblemHttpResult>> Handle(Guid id, PublicInformationDb db, AlertDrafting drafting, Clocks clocks, CapDesk cap, Call call, CancellationToken ct)
    {
        if (await db.Alerts.FindAsync([id], ct) is not { } alert) return Problems.NotFound("alert", id);
        if (await db.MayAlertAsync(alert, drafting.Settings.AreaCodeSystem, call, ct) is { } unauthorised) return unauthorised.Problem();
        if (call.Stale(alert.Version) is { } stale) return stale.Problem();
        var before = alert.References is { } old ? await db.Alerts.FindAsync([old], ct) : null;
        if (before is not null && await db.MayAlertAsync(before, drafting.Settings.AreaCodeSystem, call, ct) is { } bound) return bound.Problem();
        var subject = alert.IncidentId ?? id;
        var expiry = clocks.Start("alert.expiry", id, subject, call.Now, due: alert.Expires);
        if (alert.Issue(before, call.Now, expiry.DueAt) is { } refusal) return refusal.Problem();
        if (before is not null)
        {
            await clocks.CancelAsync("alert.expiry", before.Id, ct);
            await clocks.CancelAsync("alert.push", before.Id, ct);
            // Those that crossed it were approved too, and cannot go out any more: nobody waits for their channels.
            foreach (var loser in await db.Alerts.AsNoTracking().Where(a => a.References == before.Id && a.Id != id && a.State == AlertState.Approved).Select(a => a.Id).ToListAsync(ct))
                await clocks.CancelAsync("alert.push", loser, ct);
            db.Append(before.IncidentId ?? before.Id, new AlertEnded(before.Id, before.IncidentId, before.State, id, call.Now));
        }
        await cap.IssueAsync(alert, ct);
        foreach (var channel in alert.Channels) db.Add(AlertReceipt.Queue(alert, channel, call.Now));
        db.Append(subject, new AlertIssued(
            id, alert.IncidentId, alert.Identifier, alert.Sender, alert.MessageType, alert.Severity, alert.Kind, alert.EventCode, alert.References, alert.Channels,
            [.. alert.Areas.Select(a => a.AreaCode)], call.Now, expiry.DueAt));
        return TypedResults.Ok(AlertView.Of(alert));
    }
}
