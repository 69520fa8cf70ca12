namespace Coordination.Contracts.Events;

/// <summary>Kinds of dispute.</summary>
public enum DisputeKind
{
    /// <summary>Civil.</summary>
    Civil,
    /// <summary>Commercial.</summary>
    Commercial,
    /// <summary>Labour.</summary>
    Labour,
    /// <summary>Medical.</summary>
    Medical,
    /// <summary>Tenancy.</summary>
    Tenancy,
    /// <summary>Community.</summary>
    Community,
}

/// <summary>What a case counts towards in a month.</summary>
public enum MediationOutcome
{
    /// <summary>An application came in.</summary>
    Received,
    /// <summary>An agreement took effect.</summary>
    Agreed,
    /// <summary>It ended without one.</summary>
    NotAgreed,
    /// <summary>It was referred elsewhere.</summary>
    ReferredOut,
    /// <summary>It was withdrawn or declined.</summary>
    Withdrawn,
    /// <summary>An agreement was performed.</summary>
    Performed,
    /// <summary>An agreement was not performed.</summary>
    Breached,
}

/// <summary>
/// One more for a month's count. That is all that ever leaves Mediation: the subject is made up for this event, and neither case, party, venue nor
/// incident can be told from it. Oversight publishes sums only, cells under 10 suppressed.
/// </summary>
/// <param name="Year">Year in the jurisdiction's calendar.</param>
/// <param name="Month">Month, 1 to 12.</param>
/// <param name="Kind">Kind of dispute.</param>
/// <param name="Outcome">What it counts towards. The region is the event's source.</param>
[EventType("mediation.case-counted.v1", Label = Labels.AmberStrict)]
public sealed record MediationCaseCounted(int Year, int Month, DisputeKind Kind, MediationOutcome Outcome) : IEvent;
