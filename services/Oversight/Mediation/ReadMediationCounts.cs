using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Oversight.Mediation;

/// <summary>One more case.</summary>
internal sealed class OnMediationCaseCounted(OversightDb db) : IHandle<MediationCaseCounted>
{
    public async Task HandleAsync(MediationCaseCounted e, EventContext context, CancellationToken ct)
    {
        var count = await db.MediationCounts.FirstOrDefaultAsync(
            c => c.ExerciseId == context.Exercise && c.Year == e.Year && c.Month == e.Month && c.Kind == e.Kind && c.Outcome == e.Outcome, ct);
        if (count is null) db.Add(count = new() { Id = Guid.CreateVersion7(), ExerciseId = context.Exercise, Year = e.Year, Month = e.Month, Kind = e.Kind, Outcome = e.Outcome });
        count.Cases++;
    }
}

/// <summary>Monthly counts with every cell under ten suppressed, so that no case can be told from them.</summary>
internal static class ReadMediationCounts
{
    private const int Least = 10;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/mediation-counts", List)
        .WithName("readMediationCounts").WithSummary("Monthly counts of mediation; cells under 10 are suppressed.").RequireRole(Roles.Auditor, Roles.Mediator);

    private static async Task<Ok<Page<MediationCountView>>> List(Paging page, OversightDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.MediationCounts.AsNoTracking().Where(c => c.ExerciseId == call.Exercise)
            .ToPageAsync(page, c => c.Id, c => new MediationCountView(c.Year, c.Month, c.Kind, c.Outcome, c.Cases < Least ? null : c.Cases), ct));
}

/// <summary>A cell; <c>cases</c> is null when it is under 10.</summary>
public sealed record MediationCountView(int Year, int Month, DisputeKind Kind, MediationOutcome Outcome, int? Cases);
