using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

/// <summary>What the family was told.</summary>
/// <param name="Items">Paths, sealing, copying, autopsy.</param>
public sealed record ExplainRights([property: Items(1, 4)] IReadOnlyList<PatientRight> Items);

internal static class ExplainRightsSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/explain-rights", Handle)
        .WithName("explainPatientRights").WithSummary("Records what the family was told (条例701 Art. 23).")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, ExplainRights body, MediationDb db, Call call, CancellationToken ct) =>
        db.DecideAsync(id, call, c => c.ExplainRights(body.Items), null, ct);
}
