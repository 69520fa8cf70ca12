using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Investigations;

/// <summary>Investigations of an accident, and the measures of their replies.</summary>
internal static class ReadInvestigations
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/incidents/{id:guid}/investigations", List).WithName("listInvestigations").WithSummary("Investigations of an accident, oldest first.").RequireRole(Readers.All);
        routes.MapGet("/v1/investigations/{id:guid}", Read).WithName("readInvestigation").WithSummary("One investigation.").RequireRole(Readers.All);
        routes.MapGet("/v1/investigations/{id:guid}/measures", Measures).WithName("listInvestigationMeasures").WithSummary("What the reply to an investigation asks for, oldest first.").RequireRole(Readers.All);
        routes.MapGet("/v1/investigation-measures/{id:guid}", Measure).WithName("readInvestigationMeasure").WithSummary("One measure that the reply to an investigation asks for.").RequireRole(Readers.All);
    }

    private static async Task<Ok<Page<InvestigationView>>> List(Guid id, Paging page, CommandDb db, CancellationToken ct) => TypedResults.Ok(
        await db.Investigations.AsNoTracking().Where(i => i.IncidentId == id).ToPageAsync(page, i => i.Id, InvestigationView.Of, ct));

    private static async Task<Results<Ok<InvestigationView>, ProblemHttpResult>> Read(Guid id, CommandDb db, CancellationToken ct) =>
        await db.Investigations.FindAsync([id], ct) is { } investigation ? TypedResults.Ok(InvestigationView.Of(investigation)) : Problems.NotFound("investigation", id);

    private static async Task<Ok<Page<InvestigationMeasureView>>> Measures(Guid id, Paging page, CommandDb db, Call call, CancellationToken ct) => TypedResults.Ok(
        await db.InvestigationMeasures.AsNoTracking().Where(m => m.InvestigationId == id).ToPageAsync(page, m => m.Id, m => InvestigationMeasureView.Of(m, call.Now), ct));

    private static async Task<Results<Ok<InvestigationMeasureView>, ProblemHttpResult>> Measure(Guid id, CommandDb db, Call call, CancellationToken ct) =>
        await db.InvestigationMeasures.FindAsync([id], ct) is { } measure ? TypedResults.Ok(InvestigationMeasureView.Of(measure, call.Now)) : Problems.NotFound("measure", id);
}
