using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Mediators;

internal static class RecuseMediator
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/appointments/{id:guid}/recuse", Handle)
        .WithName("recuseMediator").WithSummary("The mediator steps back: challenged, or of their own accord.")
        .RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<AppointmentView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct) =>
        db.DecideAppointmentAsync(id, call, (a, _) => Task.FromResult(a.Recuse()), ct);
}
