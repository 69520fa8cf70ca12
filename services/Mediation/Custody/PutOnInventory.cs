using Coordination.Contracts;
using Coordination.Mediation.Cases;
using Coordination.Platform;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Mediation.Custody;

/// <summary>A piece for the inventory.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Description">In words; sealed.</param>
/// <param name="IsOriginal">True for an original, false for a copy.</param>
/// <param name="UnfinishedSince">For a record still being written: since when, for example the end of a rescue; it is completed within 6 h (条例701 Art. 15).</param>
/// <param name="Completes">For the second stage of a record: the first stage.</param>
public sealed record PutOnInventory(
    EvidenceKind Kind, [property: Text(500)] string Description, bool IsOriginal = true, [property: NotInFuture] DateTimeOffset? UnfinishedSince = null, Guid? Completes = null);

internal static class PutOnInventorySlice
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/mediation-cases/{id:guid}/evidence", Handle)
        .WithName("putOnInventory").WithSummary("Puts a piece on the inventory that both sides sign.").RequireRole(Roles.Mediator);

    private static async Task<Results<Created<EvidenceView>, ProblemHttpResult>> Handle(Guid id, PutOnInventory body, MediationDb db, ISecretBox box, Clocks clocks, Call call, CancellationToken ct)
    {
        if (await db.CaseAsync(id, call, ct) is not { } found) return Problems.NotFound("case", id);
        if (found.DestroyedAt is not null) return new Refusal("destroyed", "The words of this case are gone; none are added.").Problem();
        if (body.UnfinishedSince is not null && (body.Kind != EvidenceKind.MedicalRecord || body.Completes is not null))
            return Refusal.Invalid("/unfinishedSince", "unfinished", "Only the first stage of a medical record is unfinished.").Problem();
        if (body.Completes is { } first && (await db.Evidence.FindAsync([first], ct) is not { IsUnfinished: true } stage || stage.CaseId != id))
            return Refusal.Invalid("/completes", "first-stage", "Must be an unfinished record of this case.").Problem();
        var item = EvidenceItem.List(found, body.Kind, body.IsOriginal, body.UnfinishedSince is not null, body.Completes, box.Seal(body.Description), call.Now);
        db.Add(item);
        if (body.UnfinishedSince is { } since) clocks.Start("evidence.record-completion", item.Id, id, since);
        return TypedResults.Created($"/v1/evidence/{item.Id}", EvidenceView.Of(item));
    }
}
