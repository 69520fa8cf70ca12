using Coordination.Contracts.Events;
using Coordination.Intake.Late;
using Coordination.Platform;

namespace Coordination.Intake.Reports;

/// <summary>Whose report led to this one: the body below, the copy to a skipped tier, the agency that was not competent.</summary>
internal enum ReportOrigin
{
    Sent,
    Relayed,
    Copied,
    Transferred,
}

/// <summary>Everything that is known of a report when it arrives.</summary>
internal sealed record NewReport(
    Guid Id, ReportKind Kind, ReportSource Source, ReportChannel Channel, JurisdictionTier? Tier, JurisdictionTier? ToTier, string? FromAgency,
    string ToAgency, IncidentCategory Category, Place Place, DateTimeOffset KnownAt, ReportContent Content)
{
    internal Guid? ExerciseId { get; init; }
    internal Guid SeriesId { get; init; } = Id;
    internal int Number { get; init; }
    internal Guid? PriorReportId { get; init; }
    internal Guid? IncidentId { get; init; }
    internal ReportOrigin Origin { get; init; }
    internal Guid? OriginId { get; init; }
    internal byte[]? ReporterContact { get; init; }
    internal byte[]? SceneContact { get; init; }
    internal DateTimeOffset? OutageFrom { get; init; }
    internal DateTimeOffset? OutageUntil { get; init; }
    internal LateAct? Late { get; init; }
    internal LateEntry? Earlier { get; init; }
    internal bool IsAside { get; init; }

    /// <summary>Null when the parts agree with each other and with the series they belong to.</summary>
    internal Refusal? Refuse(DateTimeOffset now)
    {
        if (Place.Refuse("/place") is { } nowhere) return nowhere;
        if (Code.Refuse("/toAgency", ToAgency) is { } code) return code;
        if (Content.Refuse("/content", Category) is { } content) return content;
        if (Content.OccurredAt > KnownAt) return Refusal.Invalid("/knownAt", "known-before-occurred", "Nobody can know of it before it happened.");
        if (OutageFrom is null != OutageUntil is null) return Refusal.Invalid("/outage", "outage", "An outage has a start and an end.");
        if (OutageFrom > OutageUntil || OutageUntil > now + NotInFutureAttribute.Grace) return Refusal.Invalid("/outage/until", "outage", "An outage ends after its start, and not in the future.");
        if (Late?.Refuse(KnownAt, now) is { } unlikely) return unlikely;
        return Kind switch
        {
            ReportKind.Initial when PriorReportId is not null => Refusal.Invalid("/priorReportId", "initial-has-no-prior", "An initial report begins its series."),
            ReportKind.Initial or ReportKind.Zero when PriorReportId is not null || IncidentId is not null || Kind == ReportKind.Initial => null,
            ReportKind.Zero => Refusal.Invalid("/incidentId", "zero-of-nothing", "A zero report names the series or the incident it is about."),
            _ when PriorReportId is null => Refusal.Invalid("/priorReportId", "prior-required", "This kind of report continues a series: name the report before it."),
            _ => null,
        };
    }
}
