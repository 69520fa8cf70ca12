using Coordination.Contracts;
using Coordination.Mediation.Files;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Sessions;

/// <summary>The minutes of a session.</summary>
/// <param name="Id">The session.</param>
/// <param name="Minutes">In words; null before they are written and once they are destroyed.</param>
public sealed record SessionMinutes(Guid Id, string? Minutes);

internal static class ReadMinutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/sessions/{id:guid}/minutes", Handle)
        .WithName("readMinutes").WithSummary("The minutes, while you have the file open.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<SessionMinutes>, ProblemHttpResult>> Handle(Guid id, MediationDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.SessionAsync(id, call, ct) is not { } session) return Problems.NotFound("session", id);
        if (!await db.IsOpenAsync(session.CaseId, call, ct)) return FileOpening.Closed.Problem();
        return TypedResults.Ok(new SessionMinutes(id, box.Words(session.Minutes)));
    }
}
