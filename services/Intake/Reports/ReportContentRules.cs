using Coordination.Contracts.Events;

namespace Coordination.Intake.Reports;

/// <summary>The content check (B5): which fields a report of a body must hold. Jurisdiction data.</summary>
internal sealed class ReportContentRules(IReadOnlyList<ReportContentRule> rules)
{
    /// <summary>Required fields that are missing, in the order of the rules.</summary>
    internal IReadOnlyList<ReportField> Missing(ReportKind kind, IncidentCategory category, ReportContent content, Place place, bool sceneContact) =>
        [.. rules.Where(r => r.Kind == kind && (r.Category is null || r.Category == category)).SelectMany(r => r.Fields).Distinct()
            .Where(f => !Has(f, content, place, sceneContact))];

    private static bool Has(ReportField field, ReportContent content, Place place, bool sceneContact) => field switch
    {
        ReportField.OccurredAt => content.OccurredAt is not null,
        ReportField.Coordinate => place.Latitude is not null,
        ReportField.PlaceText => place.Description is not null,
        ReportField.EventKind => content.EventKind is not null,
        ReportField.Cause => content.Cause is not null,
        ReportField.DeadCount => content.Counts(CasualtyKind.Dead),
        ReportField.MissingCount => content.Counts(CasualtyKind.Missing),
        ReportField.InjuredCount => content.Counts(CasualtyKind.Injured),
        ReportField.TrappedCount => content.Counts(CasualtyKind.Trapped),
        ReportField.LossEstimate => content.LossMinor is not null,
        ReportField.Trend => content.Trend is not null,
        ReportField.Measures => content.Measures is not null,
        ReportField.LeaderOnScene => content.LeaderRole is not null,
        ReportField.Needs => content.Needs is not null,
        ReportField.SceneContact => sceneContact,
        ReportField.Notified => content.Notified is { Count: > 0 },
        ReportField.Signer => content.SignedBy is not null,
        ReportField.RailDetails => content.Rail is not null,
        _ => false,
    };
}

/// <summary>Fields that a kind of report must hold.</summary>
internal sealed class ReportContentRule
{
    public ReportKind Kind { get; set; }
    public IncidentCategory? Category { get; set; }
    public List<ReportField> Fields { get; set; } = [];
}
