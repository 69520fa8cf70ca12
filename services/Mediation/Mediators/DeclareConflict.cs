using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Mediators;

/// <summary>The mediator's declaration.</summary>
/// <param name="HasConflict">True when something binds them to a party.</param>
public sealed record DeclareConflict(bool HasConflict);

internal static class DeclareConflictSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/appointments/{id:guid}/declare", Handle)
        .WithName("declareConflict").WithSummary("The mediator declares whether anything binds them to a party.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<AppointmentView>, ProblemHttpResult>> Handle(Guid id, DeclareConflict body, MediationDb db, Call call, CancellationToken ct) =>
        db.DecideAppointmentAsync(id, call, (a, _) => Task.FromResult(a.Declare(body.HasConflict)), ct);
}
