using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Releases;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation.Statements;

/// <summary>A statement as written; an update or correction names the one it replaces.</summary>
public sealed record DraftStatement(
    [property: Text(200)] string Title, [property: Text(4000)] string Body, [property: Text(20)] string Language, [property: Items(0, 50)] IReadOnlyList<Fact> Facts,
    Guid? IncidentId = null, Guid? Supersedes = null, bool IsCorrection = false, [property: Text(500)] string? Notice = null);

internal static class DraftStatementCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/statements", Handle)
        .WithName("draftStatement").WithSummary("Drafts a statement, an update or a correction.").RequireRole(Roles.PublicInformationOfficer);

    private static async Task<Results<Created<StatementView>, ProblemHttpResult>> Handle(DraftStatement request, PublicInformationDb db, Call call, CancellationToken ct)
    {
        if (!await db.IsOpenAsync(request.IncidentId, ct)) return InformedIncidents.Unknown.Problem();
        var old = request.Supersedes is { } id ? await db.Statements.FindAsync([id], ct) : null;
        if (old is not null && old.ExerciseId != call.Exercise) old = null;
        var (statement, refusal) = Statement.Write(request, old, call.Caller.Subject, call.Caller.Agency, call.Exercise);
        if (statement is null) return refusal!.Problem();
        db.Add(statement);
        db.Append(statement.IncidentId ?? statement.Id, new StatementChanged(statement.Id, statement.IncidentId, statement.State, call.Now));
        return TypedResults.Created($"/v1/statements/{statement.Id}", StatementView.Of(statement));
    }
}
