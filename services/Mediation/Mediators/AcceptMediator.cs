using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Mediators;

/// <summary>Who accepts the mediator.</summary>
/// <param name="PartyIds">Parties that take part, at least one of each side.</param>
public sealed record AcceptMediator([property: Items(2, 1000)] IReadOnlyList<Guid> PartyIds);

internal static class AcceptMediatorSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/appointments/{id:guid}/accept", Handle)
        .WithName("acceptMediator").WithSummary("Both sides accept the mediator.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<AppointmentView>, ProblemHttpResult>> Handle(Guid id, AcceptMediator body, MediationDb db, Call call, CancellationToken ct) =>
        db.DecideAppointmentAsync(id, call, async (a, found) =>
            a.Accept(body.PartyIds, await db.PartiesAsync(found.Id, ct)) ?? (found.State == CaseState.Accepted ? found.Appoint() : null), ct);
}
