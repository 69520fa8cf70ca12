using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Sessions;

internal static class NoteAbsence
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/sessions/{id:guid}/no-show", Handle)
        .WithName("noteAbsence").WithSummary("Someone did not come; no penalty exists.").RequireRole(Roles.Mediator).RequireIfMatch();

    private static Task<Results<Ok<SessionView>, ProblemHttpResult>> Handle(Guid id, MediationDb db, Call call, CancellationToken ct) =>
        db.DecideSessionAsync(id, call, s => s.NoteAbsence(), ct);
}
