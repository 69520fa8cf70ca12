namespace Coordination.Contracts.Events;

/// <summary>An agency entered rows of its catalogue. Subject: the import.</summary>
/// <param name="ImportId">The import.</param>
/// <param name="Agency">Whose book.</param>
/// <param name="Rows">Rows read.</param>
/// <param name="Added">Of things that were not there.</param>
/// <param name="Changed">Of things that are other than they were.</param>
/// <param name="ImportedAt">When.</param>
[EventType("resources.catalogue-imported.v1", Label = Labels.AmberStrict)]
public sealed record CatalogueImported(Guid ImportId, string Agency, int Rows, int Added, int Changed, DateTimeOffset ImportedAt) : IEvent;

/// <summary>Money of a budget moved: granted, withdrawn, set aside, given back or spent. Subject: the budget.</summary>
/// <param name="BudgetId">The budget.</param>
/// <param name="Agency">Whose money.</param>
/// <param name="Source">Which fund.</param>
/// <param name="Movement">What happened.</param>
/// <param name="AmountMinor">How much, in minor units.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="FundId">The commitment it moved for, or null.</param>
/// <param name="OccurredAt">When.</param>
[EventType("resources.budget-moved.v1", Label = Labels.AmberStrict)]
public sealed record BudgetMoved(
    Guid BudgetId, string Agency, FundSource Source, BudgetMovement Movement, long AmountMinor, string Currency, Guid? FundId, DateTimeOffset OccurredAt) : IEvent;

/// <summary>Kinds of movement in the ledger of a budget.</summary>
public enum BudgetMovement
{
    /// <summary>Granted.</summary>
    Granted,
    /// <summary>Taken back by who granted it.</summary>
    Withdrawn,
    /// <summary>Committed to a use.</summary>
    SetAside,
    /// <summary>Not needed for its use.</summary>
    GivenBack,
    /// <summary>Paid.</summary>
    Spent,
}
