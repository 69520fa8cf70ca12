using Coordination.Contracts.Events;
using Coordination.Resources.Fills;

namespace Coordination.Resources.Recommendations;

/// <summary>A unit, or what lies free in a depot, that could go.</summary>
/// <param name="Name">Call sign, or the depot's name.</param>
/// <param name="TypeCode">Its type; another than was asked for where it may come instead.</param>
/// <param name="Quantity">How many it brings at most.</param>
internal sealed record Candidate(string Name, string TypeCode, int Quantity)
{
    public Guid? UnitId { get; init; }
    /// <summary>Of a depot: its lots, first to leave first.</summary>
    public IReadOnlyList<StockPick> Lots { get; init; } = [];
    /// <summary>Null where nobody said where it stands, or where to go.</summary>
    public double? Minutes { get; init; }
    public bool IsByRoad { get; init; }
    /// <summary>Of a unit.</summary>
    public CallUpRank? Rank { get; init; }
    /// <summary>Where it stands or lies: what has the same base leaves it empty together.</summary>
    public object Base { get; init; } = new();
    /// <summary>How many of its type stand ready at its base, or lie free in the depot, itself among them.</summary>
    public long Ready { get; init; } = Quantity;
    public long? HourlyCostMinor { get; init; }
    public string? Currency { get; init; }
    /// <summary>When the first of what would leave expires.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
