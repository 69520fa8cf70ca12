using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Sessions;

/// <summary>A note of a talk with one side alone.</summary>
/// <param name="Side">The side.</param>
/// <param name="Text">The note; only its writer ever reads it.</param>
public sealed record KeepCaucusNote(PartySide Side, [property: Text(4000)] string Text);

/// <summary>A note that was kept.</summary>
/// <param name="Id">The note.</param>
/// <param name="Side">The side.</param>
/// <param name="WrittenAt">When.</param>
public sealed record KeptCaucusNote(Guid Id, PartySide Side, DateTimeOffset WrittenAt);

internal static class KeepCaucusNoteSlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/sessions/{id:guid}/caucus-notes", Handle)
        .WithName("keepCaucusNote").WithSummary("Keeps a note that only you can read.").RequireRole(Roles.Mediator);

    private static async Task<Results<Created<KeptCaucusNote>, ProblemHttpResult>> Handle(Guid id, KeepCaucusNote body, MediationDb db, ISecretBox box, Call call, CancellationToken ct)
    {
        if (await db.SessionAsync(id, call, ct) is not { } session || await db.CaseAsync(session.CaseId, call, ct) is not { } found) return Problems.NotFound("session", id);
        if (found.DestroyedAt is not null) return new Refusal("destroyed", "The words of this case are gone; none are added.").Problem();
        var note = CaucusNote.Of(session, body.Side, call.Caller.Subject, box.Seal(body.Text), call.Now);
        db.Add(note);
        return TypedResults.Created($"/v1/sessions/{id}/caucus-notes", new KeptCaucusNote(note.Id, note.Side, note.WrittenAt));
    }
}
