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

/// <summary>An agreement on mutual aid was proposed, signed, declined, withdrawn or ended; carries all of it. Subject: the agreement.</summary>
/// <param name="AgreementId">The agreement.</param>
/// <param name="LenderAgency">Who lends.</param>
/// <param name="BorrowerAgency">To whom.</param>
/// <param name="ByAgency">The party whose step it is.</param>
/// <param name="State">State in that party's book after it.</param>
/// <param name="CallOrder">When several could help, the lowest is asked first.</param>
/// <param name="Terms">What is lent, and on what terms.</param>
/// <param name="ValidFrom">From when.</param>
/// <param name="ValidUntil">Until when.</param>
/// <param name="OccurredAt">When.</param>
[EventType("resources.aid-agreement-moved.v1", Label = Labels.AmberStrict)]
public sealed record AidAgreementMoved(
    Guid AgreementId, string LenderAgency, string BorrowerAgency, string ByAgency, AidAgreementState State, int CallOrder, IReadOnlyList<AidTerm> Terms,
    DateTimeOffset ValidFrom, DateTimeOffset ValidUntil, DateTimeOffset OccurredAt) : IEvent;

/// <summary>One term of an agreement on mutual aid.</summary>
/// <param name="TypeCode">Resource type.</param>
/// <param name="Quantity">The most of it at a time.</param>
/// <param name="HourlyCostMinor">What an hour of one costs, in minor units, or null where it costs nothing.</param>
/// <param name="Currency">ISO 4217 code, or null.</param>
public sealed record AidTerm(string TypeCode, int Quantity, long? HourlyCostMinor, string? Currency);

/// <summary>States of an agreement on mutual aid; where two steps cross, the later of them in this order stands.</summary>
public enum AidAgreementState
{
    /// <summary>Signed by who proposed it.</summary>
    Proposed,
    /// <summary>Signed by both.</summary>
    InForce,
    /// <summary>Refused by the other party.</summary>
    Declined,
    /// <summary>Taken back by who proposed it.</summary>
    Withdrawn,
    /// <summary>Ended by either party.</summary>
    Ended,
}
