using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Scenes;

/// <summary>A thing that is moved at the scene of an accident: marked, sketched and recorded. An append: it needs no version.</summary>
/// <param name="What">The thing, in words; no names of persons.</param>
/// <param name="Reason">Why it is moved: no other reason is lawful.</param>
/// <param name="Marks">The marks that show where and how it lay.</param>
/// <param name="Sketch">Number or name of the sketch, which stays with whoever drew it.</param>
/// <param name="Recorder">In what part it is recorded.</param>
/// <param name="MovedAt">When it was moved.</param>
/// <param name="Photo">Number or name of a photograph, where there is one.</param>
/// <param name="Corrects">The entry in whose place it stands.</param>
/// <param name="Correction">Why that was wrong, in words.</param>
public sealed record RecordScene(
    [property: Text(500)] string What, SceneReason Reason, [property: Text(1000)] string Marks, [property: Text(200)] string Sketch, SceneRecorder Recorder,
    [property: NotInFuture] DateTimeOffset MovedAt, [property: Text(200)] string? Photo = null, Guid? Corrects = null, [property: Text(500)] string? Correction = null);

/// <summary>An entry of the record of the scene.</summary>
public sealed record SceneEntryView(
    Guid Id, Guid IncidentId, string What, SceneReason Reason, string Marks, string Sketch, string? Photo, SceneRecorder Recorder, string RecordedBy, DateTimeOffset MovedAt,
    DateTimeOffset RecordedAt, Guid? Corrects, string? Correction)
{
    internal static SceneEntryView Of(SceneEntry e) => new(
        e.Id, e.IncidentId, e.What, e.Reason, e.Marks, e.Sketch, e.Photo, e.Recorder, e.RecordedBy, e.MovedAt, e.RecordedAt, e.Corrects, e.Correction);
}

/// <summary>Whoever takes part records what is moved, before the incident is confirmed as well: rescue does not wait.</summary>
internal static class RecordSceneCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/incidents/{id:guid}/scene-entries", Handle).WithName("recordScene").WithSummary("Records what is moved at the scene of an accident, with its marks and sketch.")
            .RequireRole(Roles.DutyOfficer, Roles.Commander, Roles.Integration);
        routes.MapGet("/v1/incidents/{id:guid}/scene-entries", List).WithName("listSceneEntries").WithSummary("The record of the scene of an accident, oldest entry first.").RequireRole(Readers.All);
    }

    private static async Task<Results<Created<SceneEntryView>, ProblemHttpResult>> Handle(Guid id, RecordScene request, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.Incidents.FindAsync([id], ct) is not { } incident) return Problems.NotFound("incident", id);
        var record = await db.SceneEntries.AsNoTracking().Where(e => e.IncidentId == id).ToListAsync(ct);
        var (entry, refusal) = SceneEntry.Record(request, incident, call.Caller.Agency, record, call.Now);
        if (entry is null) return refusal!.Problem();
        db.Add(entry);
        db.Append(id, new SceneRecorded(id, entry.Id, entry.Reason, entry.Recorder, entry.Photo is not null, entry.RecordedBy, entry.MovedAt, call.Now, entry.Corrects));
        return TypedResults.Created($"/v1/incidents/{id}/scene-entries", SceneEntryView.Of(entry));
    }

    private static async Task<Ok<Page<SceneEntryView>>> List(Guid id, Paging page, CommandDb db, CancellationToken ct) => TypedResults.Ok(
        await db.SceneEntries.AsNoTracking().Where(e => e.IncidentId == id).ToPageAsync(page, e => e.Id, SceneEntryView.Of, ct));
}
