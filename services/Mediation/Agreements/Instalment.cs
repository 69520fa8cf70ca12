namespace Coordination.Mediation.Agreements;

/// <summary>A part of what is owed.</summary>
/// <param name="Id">The part; its clock runs on it.</param>
/// <param name="Number">From 1.</param>
/// <param name="Kind">What is owed.</param>
/// <param name="DueAt">Until when.</param>
/// <param name="AmountMinor">For a payment, in minor units of the currency; else null.</param>
/// <param name="State">State.</param>
/// <param name="FulfilledAt">When it was performed, or null.</param>
public sealed record Instalment(Guid Id, int Number, ObligationKind Kind, DateTimeOffset DueAt, long? AmountMinor, InstalmentState State, DateTimeOffset? FulfilledAt);

/// <summary>What a part of an agreement is.</summary>
public enum ObligationKind
{
    /// <summary>Money between the parties; mediation itself is free.</summary>
    Payment,
    /// <summary>Handing something over.</summary>
    HandOver,
    /// <summary>Work or repair.</summary>
    Work,
    /// <summary>Anything else that the terms describe.</summary>
    Other,
}

/// <summary>States of a part.</summary>
public enum InstalmentState
{
    /// <summary>Owed.</summary>
    Due,
    /// <summary>Performed in time.</summary>
    Fulfilled,
    /// <summary>Not performed in time.</summary>
    Missed,
    /// <summary>Performed after it had been missed.</summary>
    FulfilledLate,
}
