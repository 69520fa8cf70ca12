using Coordination.Contracts.Events;

namespace Coordination.Resources.Requisitions;

/// <summary>Leave of one person to read the contact of an owner, for one purpose and a short time. The contact itself is not in it.</summary>
internal sealed class ContactAccess
{
    private static readonly TimeSpan Length = TimeSpan.FromMinutes(10);

    private ContactAccess() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid RequisitionId { get; private set; }
    public string Person { get; private set; } = "";
    public string Agency { get; private set; } = "";
    public OwnerContactPurpose Purpose { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }

    public static ContactAccess Open(Guid id, Requisition requisition, string person, OwnerContactPurpose purpose, DateTimeOffset at) => new()
    {
        Id = id,
        ExerciseId = requisition.ExerciseId,
        RequisitionId = requisition.Id,
        Person = person,
        Agency = requisition.Agency,
        Purpose = purpose,
        OpenedAt = at,
        ExpiresAt = at + Length,
    };

    public bool Lets(string person, DateTimeOffset at) => person == Person && at <= ExpiresAt;
}
