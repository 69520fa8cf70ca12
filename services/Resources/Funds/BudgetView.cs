using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Resources.Funds;

/// <summary>A budget. What is granted is free, set aside or spent.</summary>
/// <param name="Id">The budget.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="Source">The year's budget, a special fund, a reserve fund or donations.</param>
/// <param name="Purpose">Use of the money.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="GrantedMinor">Granted, in minor units.</param>
/// <param name="FreeMinor">May be set aside.</param>
/// <param name="SetAsideMinor">Committed to a use, and not spent.</param>
/// <param name="SpentMinor">Spent.</param>
/// <param name="OpenedAt">Since when.</param>
public sealed record BudgetView(
    Guid Id, int Version, FundSource Source, string Purpose, string Currency, long GrantedMinor, long FreeMinor, long SetAsideMinor, long SpentMinor,
    DateTimeOffset OpenedAt) : IVersioned
{
    internal static BudgetView Of(Budget b) =>
        new(b.Id, b.Version, b.Source, b.Purpose, b.Currency, b.GrantedMinor, b.FreeMinor, b.SetAsideMinor, b.SpentMinor, b.OpenedAt);
}

/// <summary>One line of a budget's ledger.</summary>
/// <param name="Id">The line.</param>
/// <param name="MovementId">The movement; its two lines cancel out.</param>
/// <param name="Movement">What happened.</param>
/// <param name="Account">The account.</param>
/// <param name="AmountMinor">What the account gains, in minor units; negative for what it loses.</param>
/// <param name="FundId">The commitment it moved for.</param>
/// <param name="OccurredAt">When.</param>
public sealed record BudgetPostingView(
    Guid Id, Guid MovementId, BudgetMovement Movement, BudgetAccount Account, long AmountMinor, Guid? FundId, DateTimeOffset OccurredAt);
