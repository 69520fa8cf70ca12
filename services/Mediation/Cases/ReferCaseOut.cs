using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Cases;

/// <summary>Where the case goes, and why.</summary>
/// <param name="To">Where.</param>
/// <param name="Reason">Why.</param>
public sealed record ReferCaseOut(ReferralTarget To, ReferralReason Reason);

internal static class ReferCaseOutSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/refer-out", Handle)
        .WithName("referCaseOut").WithSummary("Another procedure or body has it; mediation stops.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<CaseView>, ProblemHttpResult>> Handle(Guid id, ReferCaseOut body, MediationDb db, Call call, Leaving leaving, CancellationToken ct) =>
        db.DecideAsync(id, call, c => c.ReferOut(body.To, body.Reason), c => leaving.LeaveAsync(c, ct), ct);
}
