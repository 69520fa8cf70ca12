using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

internal static class ReportMajorDispute
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/report-major-dispute", Handle)
        .WithName("reportMajorDispute").WithSummary("The hospital told the county health authority (条例701 Art. 28).")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct) =>
        db.DecideAsync(id, call, c => c.ReportMajor(call.Now), null, ct);
}
