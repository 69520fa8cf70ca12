using Coordination.Contracts.Events;

namespace Coordination.Resources.Stock;

/// <summary>Accounts of the ledger. The last three stand outside what the agency has on hand.</summary>
public enum StockAccount
{
    /// <summary>May be leased.</summary>
    Free,
    /// <summary>Leased to an offer or commitment.</summary>
    Held,
    /// <summary>Made ready to leave.</summary>
    Picked,
    /// <summary>Left the depot.</summary>
    Issued,
    /// <summary>Where goods come from.</summary>
    Outside,
    /// <summary>Differences found by counting.</summary>
    Difference,
    /// <summary>Written off.</summary>
    Disposed,
}

internal static class StockAccounts
{
    /// <summary>Between which accounts a movement moves. A count that finds less runs the other way.</summary>
    public static (StockAccount From, StockAccount To) Of(StockMovement movement) => movement switch
    {
        StockMovement.Received => (StockAccount.Outside, StockAccount.Free),
        StockMovement.Held => (StockAccount.Free, StockAccount.Held),
        StockMovement.Released => (StockAccount.Held, StockAccount.Free),
        StockMovement.Picked => (StockAccount.Held, StockAccount.Picked),
        StockMovement.PutBack => (StockAccount.Picked, StockAccount.Free),
        StockMovement.Issued => (StockAccount.Picked, StockAccount.Issued),
        StockMovement.TakenBack => (StockAccount.Issued, StockAccount.Free),
        StockMovement.Counted => (StockAccount.Difference, StockAccount.Free),
        StockMovement.Disposed => (StockAccount.Free, StockAccount.Disposed),
        _ => throw new ArgumentOutOfRangeException(nameof(movement), movement, "moves nothing"),
    };
}

/// <summary>One line of the ledger; the two lines of a movement cancel out. Written once, never changed.</summary>
internal sealed class StockPosting
{
    private StockPosting() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public Guid LotId { get; private set; }
    public Guid MovementId { get; private set; }
    public StockMovement Movement { get; private set; }
    public StockAccount Account { get; private set; }
    /// <summary>What the account gains; negative for what it loses.</summary>
    public int Quantity { get; private set; }
    public Guid? FillId { get; private set; }
    public DateTimeOffset OccurredAt { get; private set; }

    /// <summary>The two lines of a movement of so many; a negative number runs it the other way.</summary>
    public static IEnumerable<StockPosting> Pair(StockLot lot, StockMovement movement, int quantity, Guid? fill, DateTimeOffset at)
    {
        var (from, to) = StockAccounts.Of(movement);
        var id = Guid.CreateVersion7();
        return [Line(from, -quantity), Line(to, quantity)];

        StockPosting Line(StockAccount account, int amount) => new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = lot.ExerciseId,
            LotId = lot.Id,
            MovementId = id,
            Movement = movement,
            Account = account,
            Quantity = amount,
            FillId = fill,
            OccurredAt = at,
        };
    }
}
