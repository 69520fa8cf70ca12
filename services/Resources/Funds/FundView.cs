using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Funds;

/// <summary>A commitment of money.</summary>
/// <param name="Id">The commitment.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="State">State.</param>
/// <param name="Source">Which fund.</param>
/// <param name="AmountMinor">Planned or committed, in minor units.</param>
/// <param name="SpentMinor">Spent, in minor units.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Purpose">Use of the money.</param>
/// <param name="IncidentId">The incident, or null.</param>
/// <param name="FillId">The fill it pays for, or null.</param>
/// <param name="IsAuditClean">What the audit found, or null before it.</param>
/// <param name="ChangedAt">When it last changed.</param>
/// <param name="BudgetId">The budget that pays, or null.</param>
public sealed record FundView(
    Guid Id, int Version, FundState State, FundSource Source, long AmountMinor, long? SpentMinor, string Currency, string Purpose, Guid? IncidentId,
    Guid? FillId, bool? IsAuditClean, DateTimeOffset ChangedAt, Guid? BudgetId) : IVersioned
{
    internal static FundView Of(FundCommitment f) => new(
        f.Id, f.Version, f.State, f.Source, f.AmountMinor, f.SpentMinor, f.Currency, f.Purpose, f.IncidentId, f.FillId, f.IsAuditClean, f.ChangedAt, f.BudgetId);
}
