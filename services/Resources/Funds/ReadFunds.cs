using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Funds;

/// <summary>The agency's money for emergencies; donations are told apart for disclosure (Art. 52).</summary>
internal static class ReadFundsCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/agencies/{agency}/funds", List).WithName("listFunds").WithSummary("The agency's money for emergencies, of all funds or one.").RequireRole(Who.Reads);
        routes.MapGet("/v1/agencies/{agency}/funds/{id:guid}", Read).WithName("readFund").WithSummary("One commitment.").RequireRole(Who.Reads);
    }

    private static async Task<Ok<Page<FundView>>> List(
        string agency, FundSource? source, Guid? incidentId, Paging page, ResourcesDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Funds.AsNoTracking()
            .Where(f => f.Agency == agency && f.ExerciseId == call.Exercise && (source == null || f.Source == source) && (incidentId == null || f.IncidentId == incidentId))
            .ToPageAsync(page, f => f.Id, FundView.Of, ct));

    private static async Task<Results<Ok<FundView>, ProblemHttpResult>> Read(string agency, Guid id, ResourcesDb db, CancellationToken ct) =>
        await db.Funds.FindAsync([id], ct) is { } fund && fund.Agency == agency ? TypedResults.Ok(FundView.Of(fund)) : Problems.NotFound("fund", id);
}
