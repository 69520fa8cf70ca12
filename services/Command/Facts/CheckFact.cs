using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Facts;

/// <summary>An entry of Command's record, for one who is about to rely on it.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Kind">What it is.</param>
/// <param name="IncidentId">The incident it belongs to, if any.</param>
/// <param name="IsCurrent">True while nothing newer stands in its place, and a decision is in force.</param>
public sealed record FactView(Guid Id, FactKind Kind, Guid? IncidentId, bool IsCurrent);

/// <summary>What Command can vouch for.</summary>
public enum FactKind
{
    /// <summary>An entry of the casualty ledger.</summary>
    CasualtyLedger,
    /// <summary>A level, warning or order.</summary>
    Decision,
}

/// <summary>Does this entry exist, and does it still hold?</summary>
internal static class CheckFactCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/facts/{id:guid}", Handle)
        .WithName("checkFact").WithSummary("Whether an entry of the record exists and still holds.").RequireRole(Readers.All);

    private static async Task<Results<Ok<FactView>, ProblemHttpResult>> Handle(Guid id, CommandDb db, Call call, CancellationToken ct) =>
        (await CountAsync(id, db, call, ct) ?? await DecisionAsync(id, db, call, ct)) is { } fact ? TypedResults.Ok(fact) : Problems.NotFound("fact", id);

    /// <summary>An entry holds while its source has counted nothing newer, and nobody decided that another figure counts.</summary>
    private static async Task<FactView?> CountAsync(Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.CasualtyEntries.AsNoTracking().FirstOrDefaultAsync(e => e.Id == id && e.ExerciseId == call.Exercise, ct) is not { } entry) return null;
        var ledger = await db.CasualtyEntries.AsNoTracking().Where(e => e.IncidentId == entry.IncidentId).ToListAsync(ct);
        var decisions = await db.CasualtyDecisions.AsNoTracking().Where(d => d.IncidentId == entry.IncidentId).ToListAsync(ct);
        return new(id, FactKind.CasualtyLedger, entry.IncidentId, CasualtyEntry.IsCurrent(entry, ledger, decisions));
    }

    private static async Task<FactView?> DecisionAsync(Guid id, CommandDb db, Call call, CancellationToken ct)
    {
        if (await db.ResponseLevels.FindAsync([id], ct) is { } level && level.ExerciseId == call.Exercise)
            return Decision(level.IncidentId, level.State is >= ResponseLevelState.InForce and < ResponseLevelState.Ended);
        if (await db.Warnings.FindAsync([id], ct) is { } warning && warning.ExerciseId == call.Exercise)
            return Decision(warning.IncidentId, warning.State is WarningState.InForce or WarningState.Adjusted);
        if (await db.Orders.FindAsync([id], ct) is { } order && order.ExerciseId == call.Exercise)
            return Decision(order.IncidentId, order.IssuedAt is not null && order.SuccessorId is null && order.State is not (OrderState.Cancelled or OrderState.Superseded or OrderState.Declined or OrderState.Failed));
        return null;

        FactView Decision(Guid? incident, bool holds) => new(id, FactKind.Decision, incident, holds);
    }
}
