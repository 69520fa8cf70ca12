using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation.Sessions;

/// <summary>A note of a talk with one side alone.</summary>
public sealed record KeepCaucusNote(PartySide Side, [property: Text(4000)] string Text);

internal static class KeepCaucusNoteCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/sessions/{id:guid}/caucus-notes", Keep).WithName("keepCaucusNote").WithSummary("Keeps a note that only you can read.").RequireRole(Roles.Mediator);
        routes.MapGet("/v1/sessions/{id:guid}/caucus-notes", List).WithName("listCaucusNotes").WithSummary("Your own notes of a session.").RequireRole(Roles.Mediator);
    }

    private static async Task<Results<Created<CaucusNoteView>, ProblemHttpResult>> Keep(Guid id, KeepCaucusNote request, MediationDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.Sessions.FindAsync([id], ct) is not { } session || await db.CaseAsync(session.CaseId, call, ct) is null) return Problems.NotFound("session", id);
        var note = CaucusNote.Of(session, request.Side, call.Caller.Subject, box.Seal(request.Text));
        db.Add(note);
        return TypedResults.Created($"/v1/sessions/{id}/caucus-notes", new CaucusNoteView(note.Id, note.Side, request.Text));
    }

    private static async Task<Results<Ok<Page<CaucusNoteView>>, ProblemHttpResult>> List(Guid id, Paging page, MediationDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.Sessions.FindAsync([id], ct) is not { } session || await db.CaseAsync(session.CaseId, call, ct) is null) return Problems.NotFound("session", id);
        var me = call.Caller.Subject;
        return TypedResults.Ok(await db.CaucusNotes.AsNoTracking().Where(n => n.SessionId == id && n.Mediator == me)
            .ToPageAsync(page, n => n.Id, n => new CaucusNoteView(n.Id, n.Side, n.Text.Length == 0 ? null : box.Open(n.Text)), ct));
    }
}

/// <summary>A note; its text is null once destroyed.</summary>
public sealed record CaucusNoteView(Guid Id, PartySide Side, string? Text);
