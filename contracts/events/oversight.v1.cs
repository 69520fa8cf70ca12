namespace Coordination.Contracts.Events;

/// <summary>Kinds of finding (domain.md C6). A false report is only ever an agency's own.</summary>
public enum FindingKind
{
    /// <summary>A report came late.</summary>
    LateReport,
    /// <summary>An agency's own report was false.</summary>
    FalseReport,
    /// <summary>An order went unanswered or was not carried out.</summary>
    MissedOrder,
    /// <summary>Stock was missing.</summary>
    StockGap,
    /// <summary>A plan had a gap.</summary>
    PlanGap,
    /// <summary>A right of someone was not kept.</summary>
    RightsBreach,
}

/// <summary>States of a finding (domain.md C6).</summary>
public enum FindingState
{
    /// <summary>Raised.</summary>
    Raised,
    /// <summary>The agency replied: it has the right to.</summary>
    Replied,
    /// <summary>Upheld.</summary>
    Upheld,
    /// <summary>Dismissed.</summary>
    Dismissed,
    /// <summary>Something shall be done.</summary>
    ActionAssigned,
    /// <summary>It was done.</summary>
    Implemented,
    /// <summary>It was checked.</summary>
    Verified,
    /// <summary>Closed.</summary>
    Closed,
}

/// <summary>A finding changed. It names an agency, never a member of the public. Subject: the incident, or the finding where there is none.</summary>
[EventType("oversight.finding-changed.v1", Label = Labels.AmberStrict)]
public sealed record FindingChanged(Guid FindingId, Guid? IncidentId, FindingKind Kind, string Agency, FindingState State, bool OutageEvidence, DateTimeOffset At) : IEvent;
