using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Requisitions;

/// <summary>A requisition. The owner's contact is not part of it: see its own page.</summary>
/// <param name="Id">The requisition.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="State">State.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="TypeCode">Kind of property.</param>
/// <param name="UnitOfMeasure">What is counted.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Register">Number in the register of requisitioned property.</param>
/// <param name="CompensationMinor">Compensation in minor units.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="ChangedAt">When it last changed.</param>
public sealed record RequisitionView(
    Guid Id, int Version, RequisitionState State, Guid IncidentId, string TypeCode, string UnitOfMeasure, int Quantity, string? Register,
    long? CompensationMinor, string? Currency, DateTimeOffset ChangedAt) : IVersioned
{
    internal static RequisitionView Of(Requisition r) => new(
        r.Id, r.Version, r.State, r.IncidentId, r.TypeCode, r.UnitOfMeasure, r.Quantity, r.Register, r.CompensationMinor, r.Currency, r.ChangedAt);
}
