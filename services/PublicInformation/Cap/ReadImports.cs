using Coordination.Contracts;
using Coordination.Platform;
using Coordination.PublicInformation.Alerts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Cap;

/// <summary>
/// The desk of the agency that brought a document reads it, whatever its scope; so do those who review the region. For all there is what was sent to all: a message with what has become of
/// it, and its own bytes, also when it is over.
/// </summary>
internal static class ReadImports
{
    private const string Forever = "public, max-age=86400, immutable";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/alerts/imports/{id:guid}", Read).WithName("readAlertImport").WithSummary("A document of alerts that was taken in, and what has become of each.")
            .RequireRole(Roles.Integration, Roles.PublicInformationOfficer, Roles.Auditor);
        routes.MapGet("/v1/alerts/imports/{id:guid}/original", Original).WithName("readAlertImportOriginal").WithSummary("A document of alerts, byte for byte.")
            .Produces(200, contentType: "application/xml").RequireRole(Roles.Integration, Roles.PublicInformationOfficer, Roles.Auditor);
        routes.MapGet("/v1/public/alert-messages/{id:guid}", ReadPublic).WithName("readAlertMessage").WithSummary("A public alert, issued here or taken in, and what has become of it.").AllowAnonymous();
        routes.MapGet("/v1/public/alert-messages/{id:guid}/original", OriginalPublic).WithName("readAlertMessageOriginal").WithSummary("The document in which a public alert came, byte for byte.")
            .Produces(200, contentType: "application/cap+xml").AllowAnonymous();
    }

    private static async Task<Results<Ok<CapImportReceipt>, ProblemHttpResult>> Read(Guid id, PublicInformationDb db, Call call, CancellationToken ct)
    {
        if (await OwnAsync(id, db, call, ct) is not { } import) return Problems.NotFound("import", id);
        return TypedResults.Ok(ImportAlerts.Receipt(import, await ImportAlerts.MessagesAsync(import, db, ct), call.Now));
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Original(Guid id, PublicInformationDb db, ISecretBox box, Call call, HttpContext http, CancellationToken ct) =>
        await OwnAsync(id, db, call, ct) is { Original: { } bytes } import
            ? Kept(http, import.IsOpen ? bytes : Convert.FromBase64String(box.Open(bytes)), import)
            : Problems.NotFound("original", id);

    private static async Task<Results<Ok<CapMessageView>, ProblemHttpResult>> ReadPublic(Guid id, PublicInformationDb db, Call call, CancellationToken ct) =>
        await ShownAsync(id, db, call, ct) is { } message ? TypedResults.Ok(CapMessageView.Of(message, call.Now)) : Problems.NotFound("alert", id);

    private static async Task<Results<FileContentHttpResult, RedirectHttpResult, ProblemHttpResult>> OriginalPublic(Guid id, PublicInformationDb db, Call call, HttpContext http, CancellationToken ct)
    {
        if (await ShownAsync(id, db, call, ct) is not { } message) return Problems.NotFound("alert", id);
        if (message.IsHere) return TypedResults.Redirect($"/v1/public/alerts/{id}/cap");
        if (await db.CapImports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == message.ImportId && i.IsOpen, ct) is not { Original: { } bytes } import) return Problems.NotFound("original", id);
        http.Response.Headers.CacheControl = Forever;
        return Kept(http, bytes, import);
    }

    /// <summary>Others' bytes may hold script: no browser shows them as a page of this region, whatever type their sender gave them.</summary>
    private static FileContentHttpResult Kept(HttpContext http, byte[] bytes, CapImport import)
    {
        var headers = http.Response.Headers;
        (headers.ContentSecurityPolicy, headers.XContentTypeOptions) = ("default-src 'none'; sandbox", "nosniff");
        var type = import.Kind switch { CapBodyKind.Cap => "application/cap+xml", CapBodyKind.Atom => "application/atom+xml", CapBodyKind.Rss => "application/rss+xml", _ => "application/xml" };
        return TypedResults.File(bytes, type, $"{import.Id}.xml", entityTag: new($"\"{import.Sha256}\""));
    }

    private static Task<CapImport?> OwnAsync(Guid id, PublicInformationDb db, Call call, CancellationToken ct)
    {
        var (agency, all) = (call.Caller.Agency, call.Caller.Has(Roles.Auditor));
        return db.CapImports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id && i.ExerciseId == call.Exercise && (all || i.Agency == agency), ct);
    }

    private static Task<CapMessage?> ShownAsync(Guid id, PublicInformationDb db, Call call, CancellationToken ct) =>
        db.CapMessages.Through(call.Exercise).AsNoTracking().FirstOrDefaultAsync(m => m.Id == id, ct);
}
