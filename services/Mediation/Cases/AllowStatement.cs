using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

/// <summary>Whether a statement without names may be made; a case is secret unless everyone agrees (条例701 Art. 42).</summary>
/// <param name="Allows">True or false, at any time.</param>
public sealed record AllowStatement(bool Allows);

internal static class AllowStatementSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/parties/{id:guid}/allow-statement", Handle)
        .WithName("allowStatement").WithSummary("A party agrees to a statement without names, or no longer does.").RequireRole(Roles.Mediator);

    private static Task<Results<Ok<PartyView>, ProblemHttpResult>> Handle(Guid id, AllowStatement body, MediationDb db, Call call, CancellationToken ct) =>
        db.TakeAsync(id, call, (_, p) => p.AllowStatement(body.Allows), ct);
}
