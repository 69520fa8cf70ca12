using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Statements;

/// <summary>Adds a statement in another language, or in plain words.</summary>
internal static class TranslateStatement
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/statements/{id:guid}/translations", Handle)
        .WithName("translateStatement").WithSummary("Adds another language, or plain words (突发事件应对法 Art. 11).").RequireRole(Roles.PublicInformationOfficer);

    private static async Task<Results<Ok<StatementView>, ProblemHttpResult>> Handle(Guid id, Translation request, PublicInformationDb db, CancellationToken ct)
    {
        if (await db.Statements.FindAsync([id], ct) is not { } statement) return Problems.NotFound("statement", id);
        return statement.Translate(request) is { } refusal ? refusal.Problem() : TypedResults.Ok(StatementView.Of(statement));
    }
}
