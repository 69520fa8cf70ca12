using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Funds;

/// <summary>Money for a purpose: planned, set aside, spent, audited (Art. 52, 54, 93). Spending never exceeds what was committed.</summary>
internal sealed class FundCommitment
{
    public static readonly Lifecycle<FundState> Life = new(
        (FundState.Planned, [FundState.Committed]), (FundState.Committed, [FundState.Spent]), (FundState.Spent, [FundState.Audited]));

    private FundCommitment() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    public Guid? IncidentId { get; private set; }
    public Guid? FillId { get; private set; }
    public FundSource Source { get; private set; }
    public FundState State { get; private set; }
    /// <summary>Use of the money; stays here.</summary>
    public string Purpose { get; private set; } = "";
    public long AmountMinor { get; private set; }
    public long? SpentMinor { get; private set; }
    public string Currency { get; private set; } = "";
    public string? SpentBy { get; private set; }
    public bool? IsAuditClean { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }
    /// <summary>The budget that pays, or null where the plan names none.</summary>
    public Guid? BudgetId { get; private set; }

    public static FundCommitment Plan(
        Guid id, Guid? exercise, string agency, FundSource source, long amountMinor, string currency, string purpose, Guid? incident, Guid? fill,
        DateTimeOffset at, Guid? budget = null) => new()
        {
            Id = id,
            ExerciseId = exercise,
            Agency = agency,
            Source = source,
            AmountMinor = amountMinor,
            Currency = currency,
            Purpose = purpose,
            IncidentId = incident,
            FillId = fill,
            ChangedAt = at,
            BudgetId = budget,
        };

    public Refusal? Commit(DateTimeOffset at) => Move(FundState.Committed, at);

    public Refusal? Spend(long amountMinor, string by, DateTimeOffset at)
    {
        if (amountMinor < 1 || amountMinor > AmountMinor) return Refusal.Invalid("/amountMinor", "more-than-committed", "Spend at least 1 and at most what is committed.");
        if (Move(FundState.Spent, at) is { } no) return no;
        (SpentMinor, SpentBy) = (amountMinor, by);
        return null;
    }

    public Refusal? Audit(bool isClean, string by, DateTimeOffset at)
    {
        if (by == SpentBy) return Refusal.Forbidden("same-person", "Who spent the money does not audit it.");
        if (Move(FundState.Audited, at) is { } no) return no;
        IsAuditClean = isClean;
        return null;
    }

    private Refusal? Move(FundState to, DateTimeOffset at)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, ChangedAt) = (to, at);
        Version++;
        return null;
    }
}
