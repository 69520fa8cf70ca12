using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Statements;

/// <summary>A public notice of why a statement is taken back.</summary>
public sealed record RetractStatement([property: Text(500)] string Notice);

/// <summary>The steps of a statement on its way to the public, and back.</summary>
internal static class MoveStatement
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        Step("check-facts", "Every fact was compared with its source.", Roles.PublicInformationOfficer, (s, _) => s.CheckFacts());
        Step("submit", "Asks another person to approve.", Roles.PublicInformationOfficer, (s, _) => s.Submit());
        Step("approve", "Another person than the author approves.", Roles.Approver, (s, call) => s.Approve(call.Caller.Subject));
        routes.MapPost("/v1/statements/{id:guid}/retract", (Guid id, RetractStatement request, PublicInformationDb db, Call call, CancellationToken ct) =>
                MoveAsync(id, db, call, (s, _) => s.Retract(request.Notice, call.Now), ct))
            .WithName("retractStatement").WithSummary("Takes a published statement back, with a public notice.").RequireRole(Roles.Approver).RequireIfMatch();

        void Step(string verb, string summary, string role, Func<Statement, Call, Refusal?> decide) =>
            routes.MapPost($"/v1/statements/{{id:guid}}/{verb}", (Guid id, PublicInformationDb db, Call call, CancellationToken ct) => MoveAsync(id, db, call, decide, ct))
                .WithName($"{verb.Replace("-f", "F")}Statement").WithSummary(summary).RequireRole(role).RequireIfMatch();
    }

    private static async Task<Results<Ok<StatementView>, ProblemHttpResult>> MoveAsync(
        Guid id, PublicInformationDb db, Call call, Func<Statement, Call, Refusal?> decide, CancellationToken ct)
    {
        if (await db.Statements.FindAsync([id], ct) is not { } statement) return Problems.NotFound("statement", id);
        if (call.Stale(statement.Version) is { } stale) return stale.Problem();
        if (decide(statement, call) is { } refusal) return refusal.Problem();
        db.Append(statement.IncidentId ?? id, new StatementChanged(id, statement.IncidentId, statement.State, call.Now));
        return TypedResults.Ok(StatementView.Of(statement));
    }
}
