using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Funds;

/// <summary>What the agency was granted, and what is left of it.</summary>
internal static class ReadBudgetsCase
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/agencies/{agency}/budgets", List).WithName("listBudgets").WithSummary("What the agency was granted for emergencies, of all funds or one.").RequireRole(Who.Reads);
        routes.MapGet("/v1/agencies/{agency}/budgets/{id:guid}", Read).WithName("readBudget").WithSummary("One budget.").RequireRole(Who.Reads);
        routes.MapGet("/v1/agencies/{agency}/budgets/{id:guid}/ledger", Ledger).WithName("readBudgetLedger").WithSummary("The ledger of a budget.").RequireRole(Who.Reads);
    }

    private static async Task<Ok<Page<BudgetView>>> List(string agency, FundSource? source, Paging page, ResourcesDb db, Call call, CancellationToken ct) =>
        TypedResults.Ok(await db.Budgets.AsNoTracking()
            .Where(b => b.Agency == agency && b.ExerciseId == call.Exercise && (source == null || b.Source == source))
            .ToPageAsync(page, b => b.Id, BudgetView.Of, ct));

    private static async Task<Results<Ok<BudgetView>, ProblemHttpResult>> Read(string agency, Guid id, ResourcesDb db, CancellationToken ct) =>
        await db.Budgets.FindAsync([id], ct) is { } budget && budget.Agency == agency ? TypedResults.Ok(BudgetView.Of(budget)) : Problems.NotFound("budget", id);

    private static async Task<Results<Ok<Page<BudgetPostingView>>, ProblemHttpResult>> Ledger(
        string agency, Guid id, Paging page, ResourcesDb db, CancellationToken ct) =>
        await db.Budgets.FindAsync([id], ct) is { } budget && budget.Agency == agency
            ? TypedResults.Ok(await db.BudgetPostings.AsNoTracking().Where(p => p.BudgetId == id).ToPageAsync(page, p => p.Id,
                p => new BudgetPostingView(p.Id, p.MovementId, p.Movement, p.Account, p.AmountMinor, p.FundId, p.OccurredAt), ct))
            : Problems.NotFound("budget", id);
}
