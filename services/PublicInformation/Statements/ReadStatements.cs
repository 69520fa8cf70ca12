using Coordination.Contracts;
using Coordination.Contracts.Events;
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
    private static readonly StatementState[] Public = [StatementState.Published, StatementState.Updated, StatementState.Corrected, StatementState.Retracted];

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/statements/{id:guid}", Read).WithName("readStatement").WithSummary("One statement.")
            .RequireRole(Roles.PublicInformationOfficer, Roles.Approver, Roles.Commander, Roles.DutyOfficer, Roles.Auditor);
        routes.MapGet("/v1/statements", List).WithName("listStatements").WithSummary("Every statement, oldest first.")
            .RequireRole(Roles.PublicInformationOfficer, Roles.Approver, Roles.Auditor);
        routes.MapGet("/v1/public/statements", ListPublic).WithName("listPublicStatements").WithSummary("What was published, oldest first.").AllowAnonymous();
    }

    private static async Task<Results<Ok<StatementView>, ProblemHttpResult>> Read(Guid id, PublicInformationDb db, CancellationToken ct) =>
        await db.Statements.FindAsync([id], ct) is { } statement ? TypedResults.Ok(StatementView.Of(statement)) : Problems.NotFound("statement", id);

    private static async Task<Ok<Page<StatementView>>> List(Paging page, PublicInformationDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.Statements.AsNoTracking().Where(s => s.ExerciseId == call.Exercise).ToPageAsync(page, s => s.Id, StatementView.Of, ct));

    private static async Task<Ok<Page<StatementView>>> ListPublic(Paging page, PublicInformationDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.Statements.AsNoTracking().Where(s => s.ExerciseId == call.Exercise && Public.Contains(s.State)).ToPageAsync(page, s => s.Id, StatementView.Of, ct));
}
