using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Reports;

/// <summary>Values as an authority checked them; they stand beside the reported ones. Null where the reported value holds.</summary>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="EventKind">Sub-type.</param>
/// <param name="EventCode">Code of the warning system.</param>
/// <param name="Casualties">Counts.</param>
/// <param name="Place">Where.</param>
public sealed record VerifiedValues(
    [property: NotInFuture] DateTimeOffset? OccurredAt = null, EventKind? EventKind = null, [property: Text(10)] string? EventCode = null,
    [property: Items(0, 5)] IReadOnlyList<CasualtyCount>? Casualties = null, Place? Place = null)
{
    internal Refusal? Refuse(IncidentCategory category, DateTimeOffset knownAt)
    {
        if (Place?.Refuse("/place") is { } nowhere) return nowhere;
        if (new ReportContent(EventKind: EventKind, EventCode: EventCode, Casualties: Casualties).Refuse("", category) is { } no) return no;
        return OccurredAt > knownAt ? Refusal.Invalid("/occurredAt", "known-before-occurred", "It was known before: it cannot have happened later.") : null;
    }

    internal VerifiedValues AsVerified() => this with { Casualties = Casualties?.Select(c => c with { Confidence = Confidence.Verified }).ToList() };
}
