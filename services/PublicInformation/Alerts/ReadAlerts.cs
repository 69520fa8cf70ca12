using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Alerts;

/// <summary>The desk sees every alert; the public sees what was issued, and in force only what is.</summary>
internal static class ReadAlerts
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/alerts/{id:guid}", Read).WithName("readAlert").WithSummary("One alert.")
            .RequireRole(Roles.PublicInformationOfficer, Roles.Approver, Roles.DutyOfficer, Roles.Commander, Roles.Integration, Roles.Auditor);
        routes.MapGet("/v1/public/alerts", List).WithName("listPublicAlerts").WithSummary("Alerts in force, oldest first.").AllowAnonymous();
        routes.MapGet("/v1/public/alerts/{id:guid}/cap", Cap).WithName("readCapAlert").WithSummary("An issued alert as CAP 1.2.").Produces(200, contentType: CapDocument.ContentType).AllowAnonymous();
    }

    private static async Task<Results<Ok<AlertView>, ProblemHttpResult>> Read(Guid id, PublicInformationDb db, CancellationToken ct) =>
        await db.Alerts.FindAsync([id], ct) is { } alert ? TypedResults.Ok(AlertView.Of(alert)) : Problems.NotFound("alert", id);

    private static async Task<Ok<Page<AlertView>>> List(Paging page, PublicInformationDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.Alerts.AsNoTracking().Where(a => a.ExerciseId == call.Exercise && a.State == AlertState.Issued && a.Expires > call.Now && a.MessageType != AlertMessageType.Cancel)
            .ToPageAsync(page, a => a.Id, AlertView.Of, ct));

    private static async Task<IResult> Cap(Guid id, PublicInformationDb db, CancellationToken ct)
    {
        if (await db.Alerts.FindAsync([id], ct) is not { Sent: not null } alert) return Problems.NotFound("alert", id);
        var referred = alert.References is { } old ? await db.Alerts.FindAsync([old], ct) : null;
        return Results.Text(CapDocument.Write(alert, referred), CapDocument.ContentType);
    }
}
