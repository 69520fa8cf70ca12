using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Asks;

/// <summary>What another agency, or this one itself, asked of this agency: the supplier's copy of one ask.</summary>
internal sealed class Ask
{
    public static readonly Lifecycle<AskState> Life = new(
        (AskState.Received, [AskState.Answered, AskState.Declined, AskState.Withdrawn]),
        (AskState.Answered, [AskState.Withdrawn]));

    private Ask() { }

    /// <summary>Id that the requester gave it.</summary>
    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public AskState State { get; private set; }
    /// <summary>The agency that is asked.</summary>
    public string Agency { get; private set; } = "";
    public string FromAgency { get; private set; } = "";
    public Guid RequestId { get; private set; }
    public Guid LineId { get; private set; }
    public Guid? IncidentId { get; private set; }
    public AskRelation Relation { get; private set; }
    public RmMessage Message { get; private set; }
    public string TypeCode { get; private set; } = "";
    public string UnitOfMeasure { get; private set; } = "";
    public int Quantity { get; private set; }
    /// <summary>How many this agency offers or has committed for it.</summary>
    public int Offered { get; private set; }
    public MissionKind Mission { get; private set; }
    public DateTimeOffset NeedBy { get; private set; }
    public DateTimeOffset RequestedAt { get; private set; }
    /// <summary>The agreement on mutual aid that it names, or null.</summary>
    public Guid? AgreementId { get; private set; }

    public static Ask Receive(ResourcesRequested e, Guid? exercise) => new()
    {
        Id = e.AskId,
        ExerciseId = exercise,
        Agency = e.ToAgency,
        FromAgency = e.FromAgency,
        RequestId = e.RequestId,
        LineId = e.LineId,
        IncidentId = e.IncidentId,
        Relation = e.Relation,
        Message = e.Message,
        TypeCode = e.TypeCode,
        UnitOfMeasure = e.UnitOfMeasure,
        Quantity = e.Quantity,
        Mission = e.Mission,
        NeedBy = e.NeedBy,
        RequestedAt = e.RequestedAt,
        AgreementId = e.AgreementId,
    };

    /// <summary>This agency offers, or commits, so many.</summary>
    public Refusal? Answer(int quantity)
    {
        if (State is not (AskState.Received or AskState.Answered)) return new Refusal("illegal-transition", $"An ask that is {State} takes no offer.");
        if (Offered + quantity > Quantity) return Refusal.Invalid("/quantity", "more-than-asked", $"Asked for {Quantity}, and {Offered} are offered already.");
        State = AskState.Answered;
        Offered += quantity;
        Version++;
        return null;
    }

    /// <summary>An offer ended without a commitment, or was changed: so many fewer.</summary>
    public void TakeBack(int quantity)
    {
        if (quantity == 0) return;
        Offered = Math.Max(0, Offered - quantity);
        Version++;
    }

    public Refusal? Decline() => Move(AskState.Declined);

    public Refusal? Withdraw() => Move(AskState.Withdrawn);

    private Refusal? Move(AskState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>States of an ask at the agency that is asked.</summary>
public enum AskState
{
    /// <summary>Waits for an answer.</summary>
    Received,
    /// <summary>Offers or commitments were made.</summary>
    Answered,
    /// <summary>Refused.</summary>
    Declined,
    /// <summary>No longer needed by the requester.</summary>
    Withdrawn,
}
