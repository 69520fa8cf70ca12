using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake.Hazards;

/// <summary>A check of a hazard.</summary>
/// <param name="Kind">Which check.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="InspectedAt">When.</param>
/// <param name="Note">In words.</param>
public sealed record RecordInspection(
    InspectionKind Kind, InspectionOutcome Outcome, [property: NotInFuture] DateTimeOffset InspectedAt, [property: Text(2000)] string? Note = null);

/// <summary>An entry of the inspection log.</summary>
/// <param name="Id">The entry.</param>
/// <param name="HazardId">The hazard.</param>
/// <param name="Kind">Which check.</param>
/// <param name="Outcome">What was found.</param>
/// <param name="InspectedAt">When.</param>
/// <param name="Agency">Who checked.</param>
/// <param name="Note">In words, or null.</param>
public sealed record InspectionView(Guid Id, Guid HazardId, InspectionKind Kind, InspectionOutcome Outcome, DateTimeOffset InspectedAt, string Agency, string? Note)
{
    internal static InspectionView Of(HazardInspection i) => new(i.Id, i.HazardId, i.Kind, i.Outcome, i.InspectedAt, i.Agency, i.Note);
}

internal static class RecordInspectionCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/v1/hazards/{id:guid}/inspections", Handle).WithName("recordInspection").WithSummary("Adds an entry to the inspection log.")
            .RequireRole(Roles.Reporter, Roles.DutyOfficer, Roles.Integration);
        routes.MapGet("/v1/hazards/{id:guid}/inspections", List).WithName("listInspections").WithSummary("The inspection log of a hazard, oldest first.")
            .RequireRole(Roles.Reporter, Roles.DutyOfficer, Roles.Commander, Roles.Auditor);
    }

    private static async Task<Results<Created<InspectionView>, ProblemHttpResult>> Handle(
        Guid id, RecordInspection body, IntakeDb db, Call call, Clocks clocks, CancellationToken ct)
    {
        if (await db.Hazards.FindAsync([id], ct) is not { } hazard) return Problems.NotFound("hazard", id);
        var (inspection, refusal) = HazardInspection.Record(Guid.CreateVersion7(), hazard, body.Kind, body.Outcome, body.InspectedAt, call.Caller.Agency, body.Note);
        if (refusal is not null) return refusal.Problem();
        db.Add(inspection!);
        if (hazard.IsWatched() && await clocks.FindAsync(body.Kind.Key(), id, ct) is { State: ClockState.Running, StartedAt: var since } && since <= body.InspectedAt)
        {
            await clocks.StopAsync(body.Kind.Key(), id, body.InspectedAt, ct);
            await clocks.StartNextAsync(body.Kind.Key(), id, hazard.Subject(), body.InspectedAt, InspectionClocks.Scope(hazard), ct);
        }
        db.Append(hazard.Subject(), new HazardInspected(inspection!.Id, id, inspection.Kind, inspection.Outcome, inspection.Agency, inspection.InspectedAt));
        return TypedResults.Created($"/v1/hazards/{id}/inspections", InspectionView.Of(inspection));
    }

    private static async Task<Results<Ok<Page<InspectionView>>, ProblemHttpResult>> List(Guid id, Paging page, IntakeDb db, CancellationToken ct) =>
        await db.Hazards.AnyAsync(h => h.Id == id, ct)
            ? TypedResults.Ok(await db.Inspections.AsNoTracking().Where(i => i.HazardId == id).ToPageAsync(page, i => i.Id, InspectionView.Of, ct))
            : Problems.NotFound("hazard", id);
}
