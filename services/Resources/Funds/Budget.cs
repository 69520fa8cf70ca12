using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Funds;

/// <summary>
/// Money of one source that an agency was granted: the year's budget, a special fund, a reserve fund or donations. Granted = Free + SetAside + Spent; every movement is two
/// postings that cancel out, and no balance can become negative.
/// </summary>
internal sealed class Budget
{
    private Budget() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    /// <summary>The agency's own code of it, or null where it has none.</summary>
    public string? OwnCode { get; private set; }
    public FundSource Source { get; private set; }
    /// <summary>Use of the money; stays here.</summary>
    public string Purpose { get; private set; } = "";
    public string Currency { get; private set; } = "";
    public long GrantedMinor { get; private set; }
    /// <summary>May be set aside.</summary>
    public long FreeMinor { get; private set; }
    /// <summary>Committed to a use, and not spent.</summary>
    public long SetAsideMinor { get; private set; }
    public long SpentMinor { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }

    public static Budget Open(Guid id, Guid? exercise, string agency, string? code, FundSource source, string purpose, string currency, DateTimeOffset at) => new()
    {
        Id = id,
        ExerciseId = exercise,
        Agency = agency,
        OwnCode = code,
        Source = source,
        Purpose = purpose,
        Currency = currency,
        OpenedAt = at,
    };

    /// <summary>Says anew what it is for.</summary>
    public void Describe(string purpose)
    {
        Purpose = purpose;
        Version++;
    }

    /// <summary>Moves money between two accounts, or refuses and moves nothing.</summary>
    public Refusal? Move(BudgetMovement movement, long amountMinor)
    {
        if (amountMinor < 1) return Refusal.Invalid("/amountMinor", "amount-required", "Say how much, in minor units.");
        var (from, to) = BudgetPosting.Accounts(movement);
        if (Balance(from) is { } there && there < amountMinor) return new Refusal("insufficient-funds", $"{from} holds {there} of this budget.", "/amountMinor");
        if (from == BudgetAccount.Outside && GrantedMinor > Most - amountMinor) return Refusal.Invalid("/amountMinor", "range", "A budget has at most 10^15.");
        Add(from, -amountMinor);
        Add(to, amountMinor);
        GrantedMinor = FreeMinor + SetAsideMinor + SpentMinor;
        Version++;
        return null;
    }

    private const long Most = 1_000_000_000_000_000;

    private long? Balance(BudgetAccount account) => account switch
    {
        BudgetAccount.Free => FreeMinor,
        BudgetAccount.SetAside => SetAsideMinor,
        BudgetAccount.Spent => SpentMinor,
        _ => null,
    };

    private void Add(BudgetAccount account, long amountMinor)
    {
        switch (account)
        {
            case BudgetAccount.Free: FreeMinor += amountMinor; break;
            case BudgetAccount.SetAside: SetAsideMinor += amountMinor; break;
            case BudgetAccount.Spent: SpentMinor += amountMinor; break;
        }
    }
}
