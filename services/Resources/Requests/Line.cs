using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Fills;

namespace Coordination.Resources.Requests;

/// <summary>What is needed, how many, and until when. From Sourcing on its state follows from its fills.</summary>
internal sealed class Line
{
    public static readonly Lifecycle<LineState> Life = new(
        (LineState.Draft, [LineState.Submitted, LineState.Cancelled]),
        (LineState.Submitted, [LineState.Returned, LineState.Approved, LineState.Denied, LineState.Cancelled, LineState.Expired]),
        (LineState.Returned, [LineState.Submitted, LineState.Cancelled, LineState.Expired]),
        (LineState.Approved, [LineState.Sourcing, LineState.Unfilled, LineState.Cancelled, LineState.Expired]),
        (LineState.Sourcing, [LineState.PartiallyFilled, LineState.Filled, LineState.Unfilled, LineState.Cancelled, LineState.Expired]),
        (LineState.PartiallyFilled, [LineState.Sourcing, LineState.Filled, LineState.Unfilled, LineState.Cancelled, LineState.Expired]),
        (LineState.Filled, [LineState.Sourcing, LineState.PartiallyFilled, LineState.Closed, LineState.Cancelled]),
        (LineState.Unfilled, [LineState.Closed]),
        (LineState.Expired, [LineState.Closed, LineState.Cancelled]));

    public Guid Id { get; set; }
    public int Number { get; set; }
    public string TypeCode { get; set; } = "";
    public string UnitOfMeasure { get; set; } = "";
    public int Quantity { get; set; }
    public DateTimeOffset NeedBy { get; set; }
    public MissionKind Mission { get; set; }
    public LineState State { get; set; }
    /// <summary>How many were approved, or null before the decision.</summary>
    public int? Approved { get; set; }
    /// <summary>Why more may be committed than needed; a commander signed for it.</summary>
    public OverCommitReason? OverCommit { get; set; }
    public List<AskMade> Asks { get; set; } = [];
    public List<FillTally> Fills { get; set; } = [];

    public int Committed => Fills.Where(f => FillRules.IsCommitted(f.State)).Sum(f => f.Quantity);

    /// <summary>Committed, and not home again.</summary>
    public int Engaged => Fills.Where(f => FillRules.IsEngaged(f.State)).Sum(f => f.Quantity);

    /// <summary>Committed or ordered.</summary>
    public int Spoken => Fills.Where(f => f.State == FillState.Ordered || FillRules.IsCommitted(f.State)).Sum(f => f.Quantity);

    /// <summary>A supplier's word is out: offered firmly, chosen, ordered or committed.</summary>
    public int Covered => Fills.Where(f => f.State == FillState.Selected || f.State == FillState.Ordered || FillRules.IsCommitted(f.State)).Sum(f => f.Quantity);

    /// <summary>How many are neither promised by an offer that lives nor waited for from who was asked; who stayed silent is waited for no longer.</summary>
    public int Rest => Math.Max(0, Math.Min(Approved ?? Quantity, Quantity) - Fills.Where(f => !FillRules.IsDead(f.State)).Sum(f => f.Quantity)
        - Asks.Where(IsAwaited).Sum(a => a.Quantity));

    public bool IsDecided => State is not (LineState.Draft or LineState.Submitted or LineState.Returned);

    /// <summary>Suppliers may be asked: it is approved and not done with. That it is late ends no need.</summary>
    public bool TakesAsks => IsOpen || (State == LineState.Expired && Approved is not null);

    /// <summary>All that it needs is committed, in time or late.</summary>
    public bool IsMet => State == LineState.Filled || (State == LineState.Expired && Committed >= Quantity);

    public bool IsOpen => State is LineState.Approved or LineState.Sourcing or LineState.PartiallyFilled or LineState.Filled;

    public Refusal? Move(LineState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        return null;
    }

    /// <summary>Takes the fill into account; true when the line looks different now.</summary>
    public bool Count(FillTally fill)
    {
        var before = Fills.Find(f => f.FillId == fill.FillId);
        if (before == fill) return false;
        Fills.RemoveAll(f => f.FillId == fill.FillId);
        Fills.Add(fill);
        Derive();
        return true;
    }

    /// <summary>The state that asks and fills give it; decisions such as Cancelled stand.</summary>
    public void Derive()
    {
        if (IsOpen) State = Derived(Asks.Count + Fills.Count > 0, Committed, Quantity);
    }

    /// <summary>C3 MutualAid of an ask: that of its furthest living fill; Requested without an answer, Declined when all answers ended.</summary>
    public MutualAidState MutualAidOf(Guid ask)
    {
        var answers = Fills.Where(f => f.AskId == ask).ToList();
        var living = answers.Where(f => !FillRules.IsDead(f.State)).ToList();
        return answers.Count == 0 ? MutualAidState.Requested : living.Count == 0 ? MutualAidState.Declined : living.Max(f => f.MutualAid);
    }

    /// <summary>
    /// It was asked, and neither answered nor given up waiting for. Once the line expired nobody waits for an ask from before its need-by time, also where an older
    /// replica let it expire and kept no word of that.
    /// </summary>
    public bool IsAwaited(AskMade ask) =>
        ask.SilentAt is null && (State != LineState.Expired || ask.AskedAt >= NeedBy) && MutualAidOf(ask.AskId) == MutualAidState.Requested;

    /// <summary>Nobody waits any longer for an answer to these; what comes all the same is taken.</summary>
    public bool GoSilent(Predicate<AskMade> which, DateTimeOffset at)
    {
        var silent = Asks.Where(a => which(a) && IsAwaited(a)).ToList();
        foreach (var ask in silent) Asks[Asks.IndexOf(ask)] = ask with { SilentAt = at };
        return silent.Count > 0;
    }

    public static LineState Derived(bool isSourced, int committed, int quantity) =>
        committed >= quantity ? LineState.Filled : committed > 0 ? LineState.PartiallyFilled : isSourced ? LineState.Sourcing : LineState.Approved;
}

/// <summary>An agency that was asked; and since when nobody waits for its answer any longer, where it gave none.</summary>
internal sealed record AskMade(Guid AskId, string ToAgency, AskRelation Relation, int Quantity, DateTimeOffset AskedAt, Guid? AgreementId = null, DateTimeOffset? SilentAt = null);

/// <summary>A fill as the line counts it.</summary>
internal sealed record FillTally(Guid FillId, string Supplier, FillState State, int Quantity, Guid? AskId = null, bool IsPriced = false)
{
    public MutualAidState MutualAid => FillViews.MutualAid(State, IsPriced);
}
