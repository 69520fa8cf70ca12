using Coordination.Contracts.Events;

namespace Coordination.Command.Orders;

/// <summary>What the region is told of an order: facts and codes, no instruction and no question.</summary>
internal static class OrderEvents
{
    public static OrderIssued Issued(this Order o) => new(
        o.Id, o.IncidentId, o.Task.Kind, o.Revision, o.FromAgency, o.Task.ToAgency, o.Task.AddresseeKind, o.Task.Addressee, o.Task.AlternateAgency,
        o.Task.SuperiorAgency, o.Task.CopyTo ?? [], o.ActivationId, o.UnderReview, o.Ground, o.Task.ExpiresAt, o.Task.DueAt, o.IssuedAt!.Value, o.GroupId);

    public static OrderChanged Changed(this Order o, string by, DateTimeOffset at) =>
        new(o.Id, o.IncidentId, o.Task.Kind, o.State, by, o.Reason, o.Percent, o.SuccessorId, at);

    public static OrderEscalated Escalated(this Order o, DateTimeOffset at) =>
        new(o.Id, o.IncidentId, o.Task.Kind, o.Escalation, o.Asked, o.State, at);
}
