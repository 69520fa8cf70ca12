using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Mediation.Files;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Sessions;

/// <summary>One of your own notes.</summary>
/// <param name="Id">The note.</param>
/// <param name="Side">The side it is about.</param>
/// <param name="WrittenAt">When.</param>
/// <param name="Text">The note; null once destroyed.</param>
public sealed record CaucusNoteView(Guid Id, PartySide Side, DateTimeOffset WrittenAt, string? Text);

internal static class ListCaucusNotes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/sessions/{id:guid}/caucus-notes", Handle)
        .WithName("listCaucusNotes").WithSummary("Your own notes of a session, and nobody else's.").RequireRole(Roles.Mediator);

    private static async Task<Results<Ok<Page<CaucusNoteView>>, ProblemHttpResult>> Handle(Guid id, Paging page, MediationDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.SessionAsync(id, call, ct) is not { } session) return Problems.NotFound("session", id);
        if (!await db.IsOpenAsync(session.CaseId, call, ct)) return FileOpening.Closed.Problem();
        var me = call.Caller.Subject;
        return TypedResults.Ok(await db.CaucusNotes.AsNoTracking().Where(n => n.SessionId == id && n.Mediator == me)
            .ToPageAsync(page, n => n.Id, n => new CaucusNoteView(n.Id, n.Side, n.WrittenAt, box.Words(n.Text)), ct));
    }
}
