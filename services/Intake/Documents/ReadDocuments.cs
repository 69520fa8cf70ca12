using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Documents;

/// <summary>Documents are read by the agency that handles them; auditors and operators read all.</summary>
internal static class ReadDocuments
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/report-documents/{id:guid}", One).WithName("getDocument").WithSummary("One document of another system.").RequireRole(Readers);
        routes.MapGet("/v1/report-documents/{id:guid}/original", Original).WithName("getDocumentOriginal").WithSummary("The bytes of a document as they came.").RequireRole(Readers);
        routes.MapGet("/v1/report-documents", List)
            .WithName("listDocuments").WithSummary("Documents of other systems, oldest first; with state=Held those that wait for a person.").RequireRole(Readers);
    }

    private static string[] Readers => [Roles.DutyOfficer, Roles.Auditor, Roles.Operator];

    private static async Task<Results<Ok<DocumentView>, ProblemHttpResult>> One(Guid id, IntakeDb db, Call call, CancellationToken ct) =>
        await Visible(db, call).FirstOrDefaultAsync(d => d.Id == id, ct) is { } document ? TypedResults.Ok(DocumentView.Of(document)) : Problems.NotFound("document", id);

    private static async Task<Results<Ok<DocumentOriginal>, ProblemHttpResult>> Original(Guid id, IntakeDb db, Call call, ISecretBox secrets, HttpContext http, CancellationToken ct)
    {
        if (await Visible(db, call).FirstOrDefaultAsync(d => d.Id == id, ct) is not { Original: { } bytes } document) return Problems.NotFound("original", id);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new DocumentOriginal(document.Sha256, secrets.Open(bytes)));
    }

    private static async Task<Ok<Page<DocumentView>>> List(Paging page, IntakeDb db, Call call, CancellationToken ct, DocumentState? state = null) =>
        TypedResults.Ok(await Visible(db, call).Where(d => state == null || d.State == state).ToPageAsync(page, d => d.Id, DocumentView.Of, ct));

    private static IQueryable<ReportDocument> Visible(IntakeDb db, Call call)
    {
        var agency = call.Caller.Agency;
        var all = call.Caller.Has(Roles.Auditor) || call.Caller.Has(Roles.Operator);
        return db.Documents.AsNoTracking().Where(d => d.ExerciseId == call.Exercise && (all || d.Agency == agency));
    }
}
