using System.ComponentModel.DataAnnotations;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Funds;

/// <summary>How much is granted in all, in minor units.</summary>
public sealed record GrantBudget([property: Range(1L, 1_000_000_000_000_000L)] long AmountMinor);

/// <summary>A budget is raised, or lowered by what is free of it.</summary>
internal static class GrantBudgetCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/budgets/{id:guid}/grant", Handle)
        .WithName("grantBudget").WithSummary("A budget is raised, or lowered by what is free of it.")
        .RequireRole(Who.Decides).RequireIfMatch();

    private static async Task<Results<Ok<BudgetView>, ProblemHttpResult>> Handle(
        string agency, Guid id, GrantBudget request, ResourcesDb db, BudgetBook book, Call call, CancellationToken ct)
    {
        if (await db.Budgets.FindAsync([id], ct) is not { } budget || budget.Agency != agency) return Problems.NotFound("budget", id);
        if (call.Stale(budget.Version) is { } stale) return stale.Problem();
        return book.Grant(budget, budget.Purpose, request.AmountMinor) is { } refusal ? refusal.Problem() : TypedResults.Ok(BudgetView.Of(budget));
    }
}
