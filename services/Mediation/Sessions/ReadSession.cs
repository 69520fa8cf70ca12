using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Sessions;

internal static class ReadSession
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/sessions/{id:guid}", Handle)
        .WithName("readSession").WithSummary("One session, without its minutes.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<SessionView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct) =>
        await db.SessionAsync(id, call, ct) is { } session ? TypedResults.Ok(SessionView.Of(session)) : Problems.NotFound("session", id);
}
