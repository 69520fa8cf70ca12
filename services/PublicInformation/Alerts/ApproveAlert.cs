using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Alerts;

/// <summary>Another person approves; from then on the required channels have their minutes to deliver.</summary>
internal static class ApproveAlert
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/alerts/{id:guid}/approve", Handle)
        .WithName("approveAlert").IsLifeSafety().WithSummary("Another person than the author approves; the push clock starts.").RequireRole(Roles.Approver).RequireIfMatch();

    private static async Task<Results<Ok<AlertView>, ProblemHttpResult>> Handle(Guid id, PublicInformationDb db, AlertDrafting drafting, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.Alerts.FindAsync([id], ct) is not { } alert) return Problems.NotFound("alert", id);
        if (await db.MayAlertAsync(alert, drafting.Settings.AreaCodeSystem, call, ct) is { } unauthorised) return unauthorised.Problem();
        if (call.Stale(alert.Version) is { } stale) return stale.Problem();
        if (alert.References is { } old && await db.Alerts.FindAsync([old], ct) is { } before && before.Ended(call.Now) is { } over) return over.Problem();
        if (alert.Approve(call.Caller.Subject, call.Now) is { } refusal) return refusal.Problem();
        clocks.Start("alert.push", id, alert.IncidentId ?? id, call.Now);
        db.Append(alert.IncidentId ?? id, new AlertApproved(id, alert.IncidentId, call.Now));
        return TypedResults.Ok(AlertView.Of(alert));
    }
}
