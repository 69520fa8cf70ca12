using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Stock;

/// <summary>
/// A lot of goods. OnHand = Free + Held + Picked; every movement is two postings that cancel out, and no balance can become negative.
/// </summary>
internal sealed class StockLot
{
    public static readonly Lifecycle<LotState> Life = new(
        (LotState.Usable, [LotState.NearExpiry]), (LotState.NearExpiry, [LotState.Expired]), (LotState.Expired, [LotState.Disposed]));

    private StockLot() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    public LotState State { get; private set; }
    public string TypeCode { get; private set; } = "";
    public string UnitOfMeasure { get; private set; } = "";
    public StockSource Source { get; private set; }
    /// <summary>Depot, or the company that holds it under agreement; stays here.</summary>
    public string? Depot { get; private set; }
    public int Received { get; private set; }
    public int Free { get; private set; }
    public int Held { get; private set; }
    public int Picked { get; private set; }
    /// <summary>Left the depot and did not come back.</summary>
    public int Issued { get; private set; }
    public DateTimeOffset ReceivedAt { get; private set; }
    public DateTimeOffset? ExpiresAt { get; private set; }
    /// <summary>Of the depot, in degrees (WGS 84).</summary>
    public double? Latitude { get; private set; }
    public double? Longitude { get; private set; }
    /// <summary>The agency's own code of it, or null where it was received without one.</summary>
    public string? OwnCode { get; private set; }
    /// <summary>How many the catalogue last said there were: only another number is a count.</summary>
    public int? Listed { get; private set; }

    public int OnHand => Free + Held + Picked;

    public bool IsUsable => State is LotState.Usable or LotState.NearExpiry;

    public StockBand Band => Free == 0 ? StockBand.None : Free * 4L < Received ? StockBand.Low : Free * 4L <= Received * 3L ? StockBand.Medium : StockBand.High;

    /// <summary>Opens a lot. What has expired already is refused.</summary>
    public static (StockLot? Lot, Refusal? Refusal) Receive(
        Guid id, Guid? exercise, string agency, string type, string unitOfMeasure, int quantity, StockSource source, string? depot,
        DateTimeOffset? expires, bool isNearExpiry, DateTimeOffset at, double? latitude = null, double? longitude = null) => expires <= at
        ? (null, Refusal.Invalid("/expiresAt", "already-expired", "What has expired is not taken in."))
        : (new()
        {
            Id = id,
            ExerciseId = exercise,
            Agency = agency,
            State = isNearExpiry ? LotState.NearExpiry : LotState.Usable,
            TypeCode = type,
            UnitOfMeasure = unitOfMeasure,
            Source = source,
            Depot = depot,
            Received = quantity,
            Free = quantity,
            ReceivedAt = at,
            ExpiresAt = expires,
            Latitude = latitude,
            Longitude = longitude,
        }, null);

    /// <summary>Moves goods between two accounts of the lot, or refuses and moves nothing.</summary>
    public Refusal? Move(StockMovement movement, int quantity)
    {
        if (quantity < 1) return Refusal.Invalid("/quantity", "quantity", "Move at least 1.");
        if (!IsUsable && movement is (StockMovement.Held or StockMovement.Picked)) return new Refusal("lot-expired", $"The lot is {State}.");
        var (from, to) = StockAccounts.Of(movement);
        if (Balance(from) is { } there && there < quantity) return new Refusal("insufficient-stock", $"{from} holds {there} of this lot.");
        Add(from, -quantity);
        Add(to, quantity);
        Version++;
        return null;
    }

    /// <summary>A count found so many free ones; the difference is posted.</summary>
    public (int Difference, Refusal? Refusal) Count(int free)
    {
        if (State == LotState.Disposed) return (0, new Refusal("illegal-transition", "The lot is disposed of."));
        if (free < 0) return (0, Refusal.Invalid("/free", "quantity", "A count cannot be negative."));
        var difference = free - Free;
        Free = free;
        Version++;
        return (difference, null);
    }

    /// <summary>The owner's catalogue says where it lies; nothing of it moves.</summary>
    public void Describe(string code, string? depot, double? latitude, double? longitude, int listed)
    {
        (OwnCode, Depot, Latitude, Longitude, Listed) = (code, depot, latitude, longitude, listed);
        Version++;
    }

    /// <summary>Its age makes it NearExpiry or Expired.</summary>
    public Refusal? Age(LotState to)
    {
        if (to == LotState.Disposed) return new Refusal("illegal-transition", "A lot is disposed of by decision, not by age.");
        return Become(to);
    }

    /// <summary>Writes an expired lot off. What is held or picked must be put back first.</summary>
    public Refusal? Dispose()
    {
        if (State == LotState.Expired && Held + Picked > 0) return new Refusal("lot-in-use", "Part of the lot is held or picked.");
        if (Become(LotState.Disposed) is { } no) return no;
        Free = 0;
        return null;
    }

    private Refusal? Become(LotState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }

    private int? Balance(StockAccount account) => account switch
    {
        StockAccount.Free => Free,
        StockAccount.Held => Held,
        StockAccount.Picked => Picked,
        StockAccount.Issued => Issued,
        _ => null,
    };

    private void Add(StockAccount account, int quantity)
    {
        switch (account)
        {
            case StockAccount.Free: Free += quantity; break;
            case StockAccount.Held: Held += quantity; break;
            case StockAccount.Picked: Picked += quantity; break;
            case StockAccount.Issued: Issued += quantity; break;
        }
    }
}
