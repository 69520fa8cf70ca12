using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Funds;

/// <summary>Which fund, how much is granted in minor units, and for what.</summary>
public sealed record OpenBudget(
    FundSource Source, [property: Range(1L, 1_000_000_000_000_000L)] long AmountMinor, [property: Text(3, 3)] string Currency, [property: Text(200)] string Purpose);

/// <summary>Money is granted: a year's budget, a special fund, a reserve fund or donations. What a plan names of it is set aside and spent from here.</summary>
internal static class OpenBudgetCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/budgets", Handle)
        .WithName("openBudget").WithSummary("Money is granted: a year's budget, a special fund, a reserve fund or donations.")
        .RequireRole(Who.Decides);

    private static Results<Created<BudgetView>, ProblemHttpResult> Handle(string agency, OpenBudget request, BudgetBook book)
    {
        if (Money.Check(request.AmountMinor, request.Currency, "/amountMinor") is { } wrong) return wrong.Problem();
        var (budget, refusal) = book.Open(agency, null, request.Source, request.AmountMinor, request.Currency, request.Purpose);
        return refusal is not null ? refusal.Problem() : TypedResults.Created($"/v1/agencies/{agency}/budgets/{budget.Id}", BudgetView.Of(budget));
    }
}
