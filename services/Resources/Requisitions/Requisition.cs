using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Requisitions;

/// <summary>
/// Property taken into use by order (突发事件应对法 Art. 12, 76): served with a register, given back when the response ends, compensated.
/// The owner's contact is sealed, and destroyed when it is no longer needed.
/// </summary>
internal sealed class Requisition
{
    public static readonly Lifecycle<RequisitionState> Life = new(
        (RequisitionState.Proposed, [RequisitionState.Ordered]),
        (RequisitionState.Ordered, [RequisitionState.Served]),
        (RequisitionState.Served, [RequisitionState.InUse]),
        (RequisitionState.InUse, [RequisitionState.Returned]),
        (RequisitionState.Returned, [RequisitionState.Claimed]),
        (RequisitionState.Claimed, [RequisitionState.Compensated]));

    /// <summary>From the end of the response to the return.</summary>
    public const string ReturnClock = "requisition.return";

    /// <summary>From the compensation to the destruction of the owner's contact.</summary>
    public const string RetentionClock = "requisition.contact-retention";

    private Requisition() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public string Agency { get; private set; } = "";
    public Guid IncidentId { get; private set; }
    public RequisitionState State { get; private set; }
    public string TypeCode { get; private set; } = "";
    public string UnitOfMeasure { get; private set; } = "";
    public int Quantity { get; private set; }
    /// <summary>Who proposed it; another person orders it.</summary>
    public string ProposedBy { get; private set; } = "";
    /// <summary>Number in the register of requisitioned property.</summary>
    public string? Register { get; private set; }
    /// <summary>The owner's contact, sealed; null once destroyed.</summary>
    public byte[]? OwnerContact { get; private set; }
    public long? CompensationMinor { get; private set; }
    public string? Currency { get; private set; }
    public DateTimeOffset ChangedAt { get; private set; }

    public static Requisition Propose(
        Guid id, Guid? exercise, string agency, Guid incident, string type, string unitOfMeasure, int quantity, string by, DateTimeOffset at) => new()
        {
            Id = id,
            ExerciseId = exercise,
            Agency = agency,
            IncidentId = incident,
            TypeCode = type,
            UnitOfMeasure = unitOfMeasure,
            Quantity = quantity,
            ProposedBy = by,
            ChangedAt = at,
        };

    public Refusal? Order(string by, DateTimeOffset at) => by == ProposedBy
        ? Refusal.Forbidden("same-person", "Who proposes a requisition does not order it.")
        : Move(RequisitionState.Ordered, at);

    public Refusal? Serve(string register, byte[] ownerContact, DateTimeOffset at)
    {
        if (Move(RequisitionState.Served, at) is { } no) return no;
        (Register, OwnerContact) = (register, ownerContact);
        return null;
    }

    public Refusal? TakeIntoUse(DateTimeOffset at) => Move(RequisitionState.InUse, at);

    public Refusal? Return(DateTimeOffset at) => Move(RequisitionState.Returned, at);

    public Refusal? Claim(long amountMinor, string currency, DateTimeOffset at)
    {
        if (amountMinor < 1) return Refusal.Invalid("/amountMinor", "amount-required", "Say how much, in minor units.");
        if (Move(RequisitionState.Claimed, at) is { } no) return no;
        (CompensationMinor, Currency) = (amountMinor, currency);
        return null;
    }

    public Refusal? Compensate(long amountMinor, DateTimeOffset at)
    {
        if (amountMinor < 1) return Refusal.Invalid("/amountMinor", "amount-required", "Say how much, in minor units.");
        if (Move(RequisitionState.Compensated, at) is { } no) return no;
        CompensationMinor = amountMinor;
        return null;
    }

    /// <summary>Destroys the owner's contact: it has served (Art. 85).</summary>
    public Refusal? DestroyContact()
    {
        if (State != RequisitionState.Compensated) return new Refusal("still-needed", "The owner has not been compensated yet.");
        OwnerContact = null;
        Version++;
        return null;
    }

    private Refusal? Move(RequisitionState to, DateTimeOffset at)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        if (at < ChangedAt) return Refusal.Invalid("/occurredAt", "before-last-step", "The step before it happened later.");
        (State, ChangedAt) = (to, at);
        Version++;
        return null;
    }
}
