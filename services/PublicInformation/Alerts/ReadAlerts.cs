using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Alerts;

/// <summary>The desk sees every alert. The public sees what was issued, with what became of it; the list holds what is in force.</summary>
internal static class ReadAlerts
{
    private static readonly string[] Desk = [Roles.PublicInformationOfficer, Roles.Approver, Roles.DutyOfficer, Roles.Commander, Roles.Integration, Roles.Auditor];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/alerts/{id:guid}", Read).WithName("readAlert").IsLifeSafety().WithSummary("One alert.").RequireRole(Desk);
        routes.MapGet("/v1/alerts", List).WithName("listAlerts").WithSummary("Every alert, oldest first.").RequireRole(Desk);
        routes.MapGet("/v1/public/alerts/{id:guid}", ReadPublic).WithName("readPublicAlert").WithSummary("An issued alert and what became of it.").AllowAnonymous();
        routes.MapGet("/v1/public/alerts", ListPublic).WithName("listPublicAlerts").WithSummary("Alerts in force, oldest first.").AllowAnonymous();
        routes.MapGet("/v1/public/alerts/{id:guid}/cap", Cap).WithName("readCapAlert").WithSummary("An issued alert as signed CAP 1.2.").Produces(200, contentType: CapDocument.ContentType).AllowAnonymous();
    }

    private static async Task<Results<Ok<AlertView>, ProblemHttpResult>> Read(Guid id, PublicInformationDb db, Call call, CancellationToken ct) =>
        await db.Alerts.AtDesk().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.ExerciseId == call.Exercise, ct) is { } alert ? TypedResults.Ok(AlertView.Of(alert)) : Problems.NotFound("alert", id);

    private static async Task<Ok<Page<AlertView>>> List(Guid? incident, Paging page, PublicInformationDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.Alerts.AtDesk().AsNoTracking().Where(a => a.ExerciseId == call.Exercise && (incident == null || a.IncidentId == incident)).ToPageAsync(page, a => a.Id, AlertView.Of, ct));

    private static async Task<Results<Ok<AlertView>, ProblemHttpResult>> ReadPublic(Guid id, PublicInformationDb db, Call call, CancellationToken ct) =>
        await IssuedAsync(id, db, call, ct) is { } alert ? TypedResults.Ok(AlertView.Of(alert)) : Problems.NotFound("alert", id);

    private static async Task<Ok<Page<AlertView>>> ListPublic(Paging page, PublicInformationDb db, Call call, CancellationToken ct)
    {
        DateTimeOffset? now = call.Now;
        return TypedResults.Ok(await db.Alerts.Through(call.Exercise).AsNoTracking()
            .Where(a => a.State == AlertState.Issued && a.Expires > now && (a.Effective == null || a.Effective <= now) && a.MessageType != AlertMessageType.Cancel)
            .ToPageAsync(page, a => a.Id, AlertView.Of, ct));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Cap(Guid id, PublicInformationDb db, AlertBacklog backlog, Call call, HttpContext http, CancellationToken ct)
    {
        if (await IssuedAsync(id, db, call, ct) is null) return Problems.NotFound("alert", id);
        var signed = await SignedAsync(id, db, call, ct);
        if (signed is null)
        {
            // Issued by an older version a moment ago: nothing leaves here unsigned.
            await backlog.SettleAsync(id, call.Exercise, ct);
            signed = (await SignedAsync(id, db, call, ct))!;
        }
        (http.Response.Headers.CacheControl, http.Response.Headers.Vary) = ("public, max-age=86400, immutable", "Coordination-Exercise");
        return TypedResults.File(signed.Document, CapDocument.ContentType, entityTag: new($"\"{signed.Sha256}\""));
    }

    private static Task<SignedAlert?> SignedAsync(Guid id, PublicInformationDb db, Call call, CancellationToken ct) => db.SignedAlerts.Through(call.Exercise).AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, ct);

    /// <summary>Outside its exercise an exercise's alert does not exist.</summary>
    private static async Task<Alert?> IssuedAsync(Guid id, PublicInformationDb db, Call call, CancellationToken ct) =>
        await db.Alerts.Through(call.Exercise).AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct);
}
