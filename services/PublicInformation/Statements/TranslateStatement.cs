using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Statements;

/// <summary>The statement in another language, or in plain words.</summary>
public sealed record Translation([property: Text(20)] string Language, [property: Text(200)] string Title, [property: Text(4000)] string Body, bool Plain = false);

/// <summary>Which translation is approved.</summary>
public sealed record ApproveTranslation([property: Text(20)] string Language, bool Plain = false);

/// <summary>Languages and plain words (Art. 11). Those that stand when the statement is approved are approved with it; later ones each on their own.</summary>
internal static class TranslateStatement
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/statements/{id:guid}/translations", Add).WithName("translateStatement")
            .WithSummary("Adds another language, or plain words (突发事件应对法 Art. 11).").RequireRole(Roles.PublicInformationOfficer);
        routes.MapPost("/v1/statements/{id:guid}/translations/approve", Approve).WithName("approveTranslation")
            .WithSummary("Another person than the translator approves a later translation.").RequireRole(Roles.Approver).RequireIfMatch();
    }

    private static async Task<Results<Ok<StatementView>, ProblemHttpResult>> Add(Guid id, Translation request, PublicInformationDb db, Call call, CancellationToken ct)
    {
        if (await db.Statements.FindAsync([id], ct) is not { } statement) return Problems.NotFound("statement", id);
        return statement.Translate(request, call.Caller.Subject) is { } refusal ? refusal.Problem() : TypedResults.Ok(StatementView.Of(statement));
    }

    private static async Task<Results<Ok<StatementView>, ProblemHttpResult>> Approve(Guid id, ApproveTranslation request, PublicInformationDb db, Call call, CancellationToken ct)
    {
        if (await db.Statements.FindAsync([id], ct) is not { } statement) return Problems.NotFound("statement", id);
        if (call.Stale(statement.Version) is { } stale) return stale.Problem();
        if (statement.ApproveTranslation(request.Language, request.Plain, call.Caller.Subject) is { } refusal) return refusal.Problem();
        db.Append(statement.IncidentId ?? id, new StatementTranslated(id, statement.IncidentId, request.Language, request.Plain, call.Now));
        return TypedResults.Ok(StatementView.Of(statement));
    }
}
