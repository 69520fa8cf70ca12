using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Units;

/// <summary>A unit as its owner sees it.</summary>
/// <param name="Id">The unit.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="State">State.</param>
/// <param name="CallSign">Its name on the air.</param>
/// <param name="TypeCode">Resource type.</param>
/// <param name="UnitOfMeasure">What its strength counts.</param>
/// <param name="Strength">How many it brings.</param>
/// <param name="Rank">Primary, reserve, expert or volunteer.</param>
/// <param name="IncidentId">The incident it works for, or null.</param>
/// <param name="FillId">The fill that leases it, or null.</param>
/// <param name="ChangedAt">When its state last changed.</param>
/// <param name="Latitude">Of its base, in degrees (WGS 84), or null; where it is now is not kept.</param>
/// <param name="Longitude">Likewise.</param>
/// <param name="HourlyCostMinor">What an hour of it costs, in minor units, or null.</param>
/// <param name="Currency">ISO 4217, or null.</param>
public sealed record UnitView(
    Guid Id, int Version, UnitState State, string CallSign, string TypeCode, string UnitOfMeasure, int Strength, CallUpRank Rank, Guid? IncidentId,
    Guid? FillId, DateTimeOffset ChangedAt, double? Latitude, double? Longitude, long? HourlyCostMinor, string? Currency) : IVersioned
{
    internal static UnitView Of(Unit u) =>
        new(u.Id, u.Version, u.State, u.CallSign, u.TypeCode, u.UnitOfMeasure, u.Strength, u.Rank, u.IncidentId, u.FillId, u.ChangedAt,
            u.Latitude, u.Longitude, u.HourlyCostMinor, u.Currency);
}
