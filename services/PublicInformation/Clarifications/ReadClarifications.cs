using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Clarifications;

/// <summary>The desk sees every claim that is being checked; the public sees answers.</summary>
internal static class ReadClarifications
{
    private static readonly string[] Desk = [Roles.PublicInformationOfficer, Roles.Approver, Roles.Auditor];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/clarifications/{id:guid}", Read).WithName("readClarification").WithSummary("One clarification.").RequireRole(Desk);
        routes.MapGet("/v1/clarifications", List).WithName("listClarifications").WithSummary("Every clarification, oldest first.").RequireRole(Desk);
        routes.MapGet("/v1/public/clarifications", ListPublic).WithName("listPublicClarifications").WithSummary("Published answers, oldest first.").AllowAnonymous();
    }

    private static async Task<Results<Ok<ClarificationView>, ProblemHttpResult>> Read(Guid id, PublicInformationDb db, CancellationToken ct) =>
        await db.Clarifications.FindAsync([id], ct) is { } claim ? TypedResults.Ok(ClarificationView.Of(claim)) : Problems.NotFound("clarification", id);

    private static async Task<Ok<Page<ClarificationView>>> List(Guid? incident, Paging page, PublicInformationDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await Of(db, call, incident).ToPageAsync(page, c => c.Id, ClarificationView.Of, ct));

    private static async Task<Ok<Page<ClarificationView>>> ListPublic(Guid? incident, Paging page, PublicInformationDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await Of(db, call, incident).Where(c => c.PublishedAt != null).ToPageAsync(page, c => c.Id, ClarificationView.Of, ct));

    private static IQueryable<Clarification> Of(PublicInformationDb db, Call call, Guid? incident) =>
        db.Clarifications.AsNoTracking().Where(c => c.ExerciseId == call.Exercise && (incident == null || c.IncidentId == incident));
}
