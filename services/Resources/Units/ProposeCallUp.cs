using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Resources.Units;

/// <summary>Units to call up for a need, in order. A person decides.</summary>
/// <param name="TypeCode">Resource type.</param>
/// <param name="Quantity">How many are needed.</param>
/// <param name="Proposed">How many the units bring together; fewer than needed is a shortage.</param>
/// <param name="Units">The units, first to call first.</param>
public sealed record CallUpView(string TypeCode, int Quantity, int Proposed, IReadOnlyList<CallUpUnit> Units);

/// <summary>A unit to call up, and why it stands where it stands.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="CallSign">Its name on the air.</param>
/// <param name="Rank">Primary teams come before reserves, experts and volunteers.</param>
/// <param name="Strength">How many it brings; within a rank the stronger come first.</param>
public sealed record CallUpUnit(Guid UnitId, string CallSign, CallUpRank Rank, int Strength);

/// <summary>Primary teams first, then reserves (S4-1); only what is available and not leased.</summary>
internal static class ProposeCallUpCase
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/agencies/{agency}/call-up", Handle)
        .WithName("proposeCallUp").WithSummary("Units to call up for a need, primary teams first.").RequireRole(Who.Reads);

    private static async Task<Results<Ok<CallUpView>, ProblemHttpResult>> Handle(
        string agency, string typeCode, int quantity, ResourcesDb db, Call call, CancellationToken ct)
    {
        if (quantity is < 1 or > 1_000_000) return Refusal.Invalid("?quantity", "range", "Must be between 1 and 1000000.").Problem();
        var ready = await db.Units.AsNoTracking()
            .Where(u => u.Agency == agency && u.ExerciseId == call.Exercise && u.TypeCode == typeCode && u.State == UnitState.Available && u.FillId == null)
            // Each brings at least one. The store keeps ranks as words, and words in the order of their letters.
            .OrderBy(u => u.Rank == CallUpRank.Primary ? 0 : u.Rank == CallUpRank.Reserve ? 1 : u.Rank == CallUpRank.Expert ? 2 : 3).ThenByDescending(u => u.Strength).ThenBy(u => u.Id)
            .Take(quantity).ToListAsync(ct);
        var chosen = InOrder(ready, quantity);
        return TypedResults.Ok(new CallUpView(typeCode, quantity, chosen.Sum(u => u.Strength), [.. chosen.Select(u => new CallUpUnit(u.Id, u.CallSign, u.Rank, u.Strength))]));
    }

    internal static IReadOnlyList<Unit> InOrder(IEnumerable<Unit> ready, int quantity)
    {
        var (chosen, sum) = (new List<Unit>(), 0L);
        foreach (var unit in ready.OrderBy(u => u.Rank).ThenByDescending(u => u.Strength).ThenBy(u => u.Id))
        {
            if (sum >= quantity) break;
            chosen.Add(unit);
            sum += unit.Strength;
        }
        return chosen;
    }
}
