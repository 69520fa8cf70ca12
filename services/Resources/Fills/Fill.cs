using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Fills;

/// <summary>
/// One supplier's commitment of so many units, as one of the two parties keeps it in its book. Both books take the same steps by the same table;
/// each party takes its own and hears of the other's. Where both moved at once the supplier's book governs: it alone knows what it owns.
/// </summary>
internal sealed class Fill
{
    private Fill() { }

    /// <summary>Row of this book; <see cref="FillId"/> is the fill that both parties mean.</summary>
    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid FillId { get; private set; }
    public FillSide Side { get; private set; }
    /// <summary>Whose book this is.</summary>
    public string Agency { get; private set; } = "";
    public string RequesterAgency { get; private set; } = "";
    public string SupplierAgency { get; private set; } = "";
    public FillState State { get; private set; }
    public Guid? AskId { get; private set; }
    public Guid? RequestId { get; private set; }
    public Guid? LineId { get; private set; }
    public Guid? IncidentId { get; private set; }
    public RmResponse Response { get; private set; }
    public FillReason? Reason { get; private set; }
    public string TypeCode { get; private set; } = "";
    public string UnitOfMeasure { get; private set; } = "";
    public int Quantity { get; private set; }
    /// <summary>What the requester would rather have, after a counter.</summary>
    public int? WantedQuantity { get; private set; }
    public Guid? UnitId { get; private set; }
    /// <summary>Lots that back it; in the supplier's book only.</summary>
    public List<StockPick> Picks { get; private set; } = [];
    public long? PriceMinor { get; private set; }
    public long? ClaimMinor { get; private set; }
    public string? Currency { get; private set; }
    public DateTimeOffset? ValidUntil { get; private set; }
    public DateTimeOffset? AvailableUntil { get; private set; }
    public DateTimeOffset? WantedUntil { get; private set; }
    public DateTimeOffset OfferedAt { get; private set; }
    public DateTimeOffset? OrderedAt { get; private set; }
    public DateTimeOffset? CommittedAt { get; private set; }
    public DateTimeOffset? DepartedAt { get; private set; }
    public DateTimeOffset? ArrivedAt { get; private set; }
    public DateTimeOffset? ReturnedAt { get; private set; }
    /// <summary>Arrival as first promised.</summary>
    public DateTimeOffset? PromisedAt { get; private set; }
    public DateTimeOffset? Eta { get; private set; }
    /// <summary>When the requester last asked how it stands.</summary>
    public DateTimeOffset? StatusAskedAt { get; private set; }
    public DateTimeOffset HeardAt { get; private set; }
    /// <summary>Nothing was heard of it for too long: an overlay, not a state.</summary>
    public bool IsStale { get; private set; }
    /// <summary>Request, then Commit: selection and order are implied.</summary>
    public bool IsOrderImplied { get; private set; }
    public int Asks { get; private set; }
    public int Answers { get; private set; }
    public List<FillTrail> Trail { get; private set; } = [];
    /// <summary>The agreement on mutual aid under which it was asked, or null.</summary>
    public Guid? AgreementId { get; private set; }
    /// <summary>What that agreement said of the type when it was offered.</summary>
    public AidTerm? Term { get; private set; }
    /// <summary>Which lease of the named unit backs it, in both books; null without a unit, and before an offer is firm.</summary>
    public int? LeaseEpoch { get; private set; }

    /// <summary>Where it waits to be put to work, in the book of who receives it; null at the incident itself.</summary>
    public Guid? StagingAreaId { get; private set; }

    /// <summary>Subject of its events.</summary>
    public Guid Subject => IncidentId ?? RequestId ?? FillId;

    /// <summary>OriginatingMessageID of its EDXL-RM thread; never changes.</summary>
    public Guid ThreadId => AskId ?? FillId;

    /// <summary>Opens one party's book of a fill that a supplier offers, declines or commits at once.</summary>
    public static Fill Open(ResourcesOffered e, FillSide side, Guid? exercise)
    {
        var fill = new Fill
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = exercise,
            FillId = e.FillId,
            Side = side,
            Agency = side == FillSide.Supplier ? e.SupplierAgency : e.RequesterAgency,
            RequesterAgency = e.RequesterAgency,
            SupplierAgency = e.SupplierAgency,
            State = e.State,
            AskId = e.AskId,
            RequestId = e.RequestId,
            LineId = e.LineId,
            IncidentId = e.IncidentId,
            Response = e.Response,
            Reason = e.Reason,
            TypeCode = e.TypeCode,
            UnitOfMeasure = e.UnitOfMeasure,
            Quantity = e.Quantity,
            UnitId = e.UnitId,
            PriceMinor = e.PriceMinor,
            Currency = e.Currency,
            ValidUntil = e.ValidUntil,
            AvailableUntil = e.AvailableUntil,
            OfferedAt = e.OfferedAt,
            AgreementId = e.AgreementId,
            HeardAt = e.OfferedAt,
            CommittedAt = e.State == FillState.Committed ? e.OfferedAt : null,
            IsOrderImplied = e.State == FillState.Committed,
            LeaseEpoch = e.LeaseEpoch,
        };
        fill.Trail.Add(new(e.FillId, null, FillSide.Supplier, e.Message, e.State, e.OfferedAt, false, ""));
        return fill;
    }

    /// <summary>The offer is good until then.</summary>
    public DateTimeOffset Hold(DateTimeOffset until)
    {
        ValidUntil = until;
        return until;
    }

    /// <summary>Takes a step, or refuses it and stays as it was.</summary>
    public Refusal? Take(FillMove move)
    {
        var step = Meant(move);
        if (FillRules.Of(step.Step).Mover != step.By) return Refusal.Forbidden("wrong-party", $"Only the {FillRules.Of(step.Step).Mover} may {step.Step}.");
        if (FillGuards.Refuse(this, step) is { } no) return no;
        if (IsLate(step)) Write(step, State, isConflict: true);
        else if (FillRules.Refuse(step.Step, State) is { } refused) return refused;
        else Write(step, FillRules.Of(step.Step).To ?? State);
        if (step.By == FillSide.Requester) Asks++;
        else Answers++;
        return null;
    }

    /// <summary>The other party's step as this book takes it: what was seen to arrive before its departure was reported arrived, and not before it left.</summary>
    public FillMove Heard(FillMoved e) =>
        FillMove.Of(e) is var move && Side == FillSide.Supplier && move.Step == FillStep.CheckIn && move.At < DepartedAt ? move with { At = DepartedAt.Value } : move;

    /// <summary>The supplier's book hears a step of the requester. True when the requester must be corrected: the step led elsewhere here.</summary>
    public bool HearRequester(FillMove move, FillState theirs, int asks)
    {
        if (Take(move) is not null)
        {
            Trail.Add(new(move.MessageId, move.Step, move.By, FillRules.Of(move.Step).Message, State, move.At, true, Trail[^1].Hash()));
            Version++;
        }
        Asks = asks;
        return State != theirs;
    }

    /// <summary>The requester's book hears the supplier: it follows, unless the supplier had not seen this side's newest step; then an answer is on its way.</summary>
    public void HearSupplier(FillMove move, FillState theirs, int asks, int answers, bool isCorrection)
    {
        var state = asks >= Asks ? theirs : State;
        Answers = answers;
        if (isCorrection && state == theirs) Quantity = move.Quantity ?? Quantity;
        Write(move, state, isCorrection || asks < Asks, isCorrection);
    }

    /// <summary>A requester puts an unsolicited offer to a line of its own.</summary>
    public Refusal? Attach(Guid request, Guid line)
    {
        if (RequestId is not null) return new Refusal("already-attached", "The fill serves a line already.");
        if (State != FillState.Offered) return new Refusal("illegal-transition", $"Only an offer can be attached, and this is {State}.");
        (RequestId, LineId) = (request, line);
        Version++;
        return null;
    }

    /// <summary>The requester named the line it serves.</summary>
    public void Serves(Guid? request, Guid? line) => (RequestId, LineId) = (RequestId ?? request, LineId ?? line);

    /// <summary>Under the terms that this party's own book holds.</summary>
    public void Agree(AidTerm? term) => Term = term;

    /// <summary>Names the lots behind it.</summary>
    public void Back(IEnumerable<StockPick> picks) => Picks = [.. picks];

    /// <summary>Nothing was heard for too long.</summary>
    public Refusal? GoStale()
    {
        if (!FillRules.IsDeployed(State) || IsStale) return new Refusal("not-silent", "Only a deployed fill that was heard of can fall silent.");
        IsStale = true;
        Version++;
        return null;
    }

    /// <summary>After departure a cancel becomes a release; nothing is deleted.</summary>
    private FillMove Meant(FillMove move) =>
        move.Step == FillStep.Cancel && FillRules.Allows(FillStep.Release, State) ? move with { Step = FillStep.Release } : move;

    /// <summary>A report of something that the fill is already past: its time is kept, the state never moves backward.</summary>
    private bool IsLate(FillMove move) => move.Step == FillStep.Depart && DepartedAt is null && FillRules.IsDeployed(State);

    private void Write(FillMove move, FillState state, bool isConflict = false, bool isCorrection = false)
    {
        if (!isCorrection) Note(move);
        State = state;
        if (state != FillState.Staged) StagingAreaId = null;
        Trail.Add(new(move.MessageId, move.Step, move.By, FillRules.Of(move.Step).Message, state, move.At, isConflict, Trail[^1].Hash()));
        Version++;
    }

    private void Note(FillMove move)
    {
        if (move.By == FillSide.Supplier && move.At > HeardAt) (HeardAt, IsStale) = (move.At, false);
        Reason = move.Reason ?? Reason;
        switch (move.Step)
        {
            case FillStep.Counter: WantedQuantity = move.Quantity; break;
            case FillStep.Reoffer: (Quantity, PriceMinor, Currency, ValidUntil, WantedQuantity) = (move.Quantity ?? Quantity, move.AmountMinor, move.Currency, move.Until, null); break;
            case FillStep.Firm: (Response, LeaseEpoch) = (RmResponse.Accept, move.LeaseEpoch); break;
            case FillStep.Order: (OrderedAt, Quantity) = (move.At, move.Quantity ?? Quantity); break;
            case FillStep.Commit: CommittedAt = move.At; break;
            case FillStep.Depart: (DepartedAt, PromisedAt, Eta) = (move.At, PromisedAt ?? move.Eta, move.Eta ?? Eta); break;
            case FillStep.Report: (PromisedAt, Eta) = (PromisedAt ?? move.Eta, move.Eta ?? Eta); break;
            case FillStep.AskStatus: StatusAskedAt = move.At; break;
            case FillStep.CheckIn: (ArrivedAt, StagingAreaId) = (move.At, move.StagingAreaId); break;
            case FillStep.AskExtension: WantedUntil = move.Until; break;
            case FillStep.GrantExtension: (AvailableUntil, WantedUntil) = (WantedUntil ?? AvailableUntil, null); break;
            case FillStep.RefuseExtension: WantedUntil = null; break;
            case FillStep.Return: ReturnedAt = move.At; break;
            case FillStep.Claim: (ClaimMinor, Currency) = (move.AmountMinor, move.Currency ?? Currency); break;
        }
    }
}
