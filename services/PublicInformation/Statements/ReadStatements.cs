using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Statements;

/// <summary>The desk sees every statement; the public sees what was published, also when it was corrected or taken back since.</summary>
internal static class ReadStatements
{
    private static readonly string[] Desk = [Roles.PublicInformationOfficer, Roles.Approver, Roles.Commander, Roles.DutyOfficer, Roles.Auditor];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/statements/{id:guid}", Read).WithName("readStatement").WithSummary("One statement.").RequireRole(Desk);
        routes.MapGet("/v1/statements", List).WithName("listStatements").WithSummary("Every statement, oldest first.").RequireRole(Desk);
        routes.MapGet("/v1/public/statements/{id:guid}", ReadPublic).WithName("readPublicStatement").WithSummary("A published statement and what became of it.").AllowAnonymous();
        routes.MapGet("/v1/public/statements", ListPublic).WithName("listPublicStatements").WithSummary("What was published, oldest first.").AllowAnonymous();
    }

    private static async Task<Results<Ok<StatementView>, ProblemHttpResult>> Read(Guid id, PublicInformationDb db, CancellationToken ct) =>
        await db.Statements.FindAsync([id], ct) is { } statement ? TypedResults.Ok(StatementView.Of(statement)) : Problems.NotFound("statement", id);

    private static async Task<Ok<Page<StatementView>>> List(Guid? incident, Paging page, PublicInformationDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await Of(db, call, incident).ToPageAsync(page, s => s.Id, StatementView.Of, ct));

    /// <summary>Outside its exercise an exercise's statement does not exist.</summary>
    private static async Task<Results<Ok<StatementView>, ProblemHttpResult>> ReadPublic(Guid id, PublicInformationDb db, Call call, CancellationToken ct) =>
        await Of(db, call, null).FirstOrDefaultAsync(s => s.Id == id && s.PublishedAt != null, ct) is { } statement
            ? TypedResults.Ok(StatementView.Public(statement))
            : Problems.NotFound("statement", id);

    private static async Task<Ok<Page<StatementView>>> ListPublic(Guid? incident, Paging page, PublicInformationDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await Of(db, call, incident).Where(s => s.PublishedAt != null).ToPageAsync(page, s => s.Id, StatementView.Public, ct));

    private static IQueryable<Statement> Of(PublicInformationDb db, Call call, Guid? incident) =>
        db.Statements.AsNoTracking().Where(s => s.ExerciseId == call.Exercise && (incident == null || s.IncidentId == incident));
}
