using Coordination.Contracts;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.HeadCounts;

/// <summary>Head counts of an incident and their rounds.</summary>
internal static class ReadHeadCounts
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/incidents/{id:guid}/head-counts", List).WithName("listHeadCounts").WithSummary("Head counts of an incident, oldest first.").RequireRole(Readers.All);
        routes.MapGet("/v1/head-counts/{id:guid}", One).WithName("readHeadCount").WithSummary("The head counts of an incident: teams and interval.").RequireRole(Readers.All);
        routes.MapGet("/v1/head-counts/{id:guid}/rounds", Rounds).WithName("listHeadCountRounds").WithSummary("Rounds of head counts, oldest first.").RequireRole(Readers.All);
        routes.MapGet("/v1/head-count-rounds/{id:guid}", Round).WithName("readHeadCountRound").WithSummary("One round of head counts.").RequireRole(Readers.All);
    }

    private static async Task<Ok<Page<HeadCountView>>> List(Guid id, Paging page, CommandDb db, CancellationToken ct) => TypedResults.Ok(
        await db.HeadCounts.AsNoTracking().Where(h => h.IncidentId == id).ToPageAsync(page, h => h.Id, HeadCountView.Of, ct));

    private static async Task<Results<Ok<HeadCountView>, ProblemHttpResult>> One(Guid id, CommandDb db, CancellationToken ct) =>
        await db.HeadCounts.FindAsync([id], ct) is { } found ? TypedResults.Ok(HeadCountView.Of(found)) : Problems.NotFound("head count", id);

    private static async Task<Ok<Page<HeadCountRoundView>>> Rounds(Guid id, Paging page, CommandDb db, CancellationToken ct) => TypedResults.Ok(
        await db.HeadCountRounds.AsNoTracking().Where(r => r.HeadCountId == id).ToPageAsync(page, r => r.Id, HeadCountRoundView.Of, ct));

    private static async Task<Results<Ok<HeadCountRoundView>, ProblemHttpResult>> Round(Guid id, CommandDb db, CancellationToken ct) =>
        await db.HeadCountRounds.FindAsync([id], ct) is { } round ? TypedResults.Ok(HeadCountRoundView.Of(round)) : Problems.NotFound("head count round", id);
}
