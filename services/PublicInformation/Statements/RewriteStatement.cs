using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Statements;

/// <summary>The words and facts of a draft, written anew.</summary>
public sealed record RewriteStatement(
    [property: Text(200)] string Title, [property: Text(4000)] string Body, [property: Items(0, 50)] IReadOnlyList<Fact> Facts);

internal static class RewriteStatementCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/statements/{id:guid}/rewrite", Handle)
        .WithName("rewriteStatement").WithSummary("Writes a draft anew.").RequireRole(Roles.PublicInformationOfficer).RequireIfMatch();

    private static async Task<Results<Ok<StatementView>, ProblemHttpResult>> Handle(Guid id, RewriteStatement request, PublicInformationDb db, Call call, CancellationToken ct)
    {
        if (await db.Statements.FindAsync([id], ct) is not { } statement) return Problems.NotFound("statement", id);
        if (call.Stale(statement.Version) is { } stale) return stale.Problem();
        return statement.Rewrite(request.Title, request.Body, request.Facts, call.Caller.Subject) is { } refusal ? refusal.Problem() : TypedResults.Ok(StatementView.Of(statement));
    }
}
