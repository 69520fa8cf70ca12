using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Resources.Funds;

/// <summary>Which fund, how much in minor units, for what, and from which budget it is to be paid.</summary>
public sealed record PlanFund(
    FundSource Source, [property: Range(1, 1_000_000_000_000_000)] long AmountMinor, [property: Text(3, 3)] string Currency, [property: Text(200)] string Purpose,
    Guid? IncidentId = null, Guid? FillId = null, Guid? BudgetId = null);

/// <summary>Money enters the use plan.</summary>
internal static class PlanFundCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1/agencies/{agency}/funds", Handle)
        .WithName("planFund").WithSummary("Money enters the use plan.")
        .RequireRole(Who.Moves);

    private static async Task<Results<Created<FundView>, ProblemHttpResult>> Handle(
        string agency, PlanFund request, ResourcesDb db, FundBook book, BudgetBook budgets, Call call, CancellationToken ct)
    {
        if (Money.Check(request.AmountMinor, request.Currency, "/amountMinor") is { } wrong) return wrong.Problem();
        if (await budgets.CheckAsync(agency, request.BudgetId, request.Source, request.Currency, ct) is { } none) return none.Problem();
        var fund = FundCommitment.Plan(Guid.CreateVersion7(), call.Exercise, agency, request.Source, request.AmountMinor, request.Currency, request.Purpose,
            request.IncidentId, request.FillId, call.Now, request.BudgetId);
        db.Add(fund);
        book.Moved(fund);
        return TypedResults.Created($"/v1/agencies/{agency}/funds/{fund.Id}", FundView.Of(fund));
    }
}
