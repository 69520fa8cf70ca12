using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Intake.Contacts;

/// <summary>Contacts of a report, as given. Not stored anywhere else, not even as the answer of a call.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="Reporter">Of the person who reported, or null.</param>
/// <param name="Scene">On the scene, or null.</param>
public sealed record ContactView(Guid ReportId, string? Reporter, string? Scene);

internal static class ReadContact
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/contact-accesses/{id:guid}", Handle)
        .WithName("readContact").WithSummary("The contact, for the person who opened it, for ten minutes.")
        .RequireRole(Roles.DutyOfficer);

    private static async Task<Results<Ok<ContactView>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, Call call, ISecretBox secrets, HttpContext http, CancellationToken ct)
    {
        if (await db.ContactAccesses.FindAsync([id], ct) is not { } access || !access.Allows(call.Caller.Subject, call.Caller.Agency, call.Now)
            || await db.Reports.FindAsync([access.ReportId], ct) is not { } report)
            return Problems.NotFound("contact access", id);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new ContactView(report.Id, Opened(report.ReporterContact), Opened(report.SceneContact)));

        string? Opened(byte[]? text) => text is null ? null : secrets.Open(text);
    }
}
