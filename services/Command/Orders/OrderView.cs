using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Orders;

/// <summary>An order as those in the response see it.</summary>
public sealed record OrderView(
    Guid Id, int Version, Guid? ExerciseId, OrderState State, Guid IncidentId, Guid? ActivationId, OrderTask Task, MeasureGround Ground,
    bool UnderReview, int Revision, string FromAgency, string AskedAgency, OrderEscalation Escalation, OrderReason? Reason, string? Question,
    int? Percent, Guid? SuccessorId, DateTimeOffset? IssuedAt, DateTimeOffset? DeliveredAt, DateTimeOffset? AcknowledgedAt,
    DateTimeOffset? CompletedAt, string? AcknowledgedBy, Guid? GroupId) : IVersioned
{
    internal static OrderView Of(Order o) => new(
        o.Id, o.Version, o.ExerciseId, o.State, o.IncidentId, o.ActivationId, o.Task, o.Ground, o.UnderReview, o.Revision, o.FromAgency, o.Asked,
        o.Escalation, o.Reason, o.Question, o.Percent, o.SuccessorId, o.IssuedAt, o.DeliveredAt, o.AcknowledgedAt, o.CompletedAt,
        o.HeldBy, o.GroupId);
}
