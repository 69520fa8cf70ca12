using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Incidents;

/// <summary>
/// One entry of the casualty ledger: counts as known at a moment, from one source, of all of an area or of a part. Never changed, never removed; a correction is the
/// next entry of the same source.
/// </summary>
internal sealed class CasualtyEntry
{
    private CasualtyEntry() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public Guid IncidentId { get; private set; }
    public List<CasualtyCount> Counts { get; private set; } = [];
    public Guid? ReportId { get; private set; }
    /// <summary>Who entered it.</summary>
    public string SourceAgency { get; private set; } = "";
    public DateTimeOffset OccurredAt { get; private set; }
    public DateTimeOffset KnownAt { get; private set; }
    public DateTimeOffset RecordedAt { get; private set; }
    /// <summary>Who counted, where that is another than who entered it.</summary>
    public string? Source { get; private set; }
    /// <summary>What it covers; a total where an older build or client said nothing.</summary>
    public CasualtyScope? Scope { get; private set; }
    /// <summary>Area or place that it is about; null for the incident's own.</summary>
    public string? AreaCode { get; private set; }

    /// <summary>Whose figure of what it is: within a line the newest stands in the place of those before, and in nobody else's.</summary>
    public CasualtyLine Line => new(Scope ?? CasualtyScope.Total, Source ?? SourceAgency, AreaCode);

    /// <summary>Who has entered figures of its own here is not spoken for by another: only its own figure takes the place of its last.</summary>
    public static Refusal? RefuseToSpeakFor(string? source, string agency, IReadOnlyCollection<CasualtyEntry> ledger) =>
        source is not null && source != agency && ledger.Any(e => e.Source is null && e.SourceAgency == source)
            ? Refusal.Invalid("/source", "source-speaks-for-itself", $"{source} enters its own figures for this incident.")
            : null;

    /// <summary>A part says of what it is one.</summary>
    public static Refusal? Refuse(CountCasualties request)
    {
        if (request.Counts.Select(c => c.Kind).Distinct().Count() != request.Counts.Count)
            return Refusal.Invalid("/counts", "count-twice", "Each kind is counted once in an entry.");
        if (request.KnownAt < request.OccurredAt) return Refusal.Invalid("/knownAt", "known-before-occurred", "Nothing is known before it happened.");
        if (request.Source is { } source && !Code.Is(source)) return Code.Refuse("/source");
        if (request.AreaCode is { } area && !Code.Is(area)) return Code.Refuse("/areaCode");
        return request is { Scope: CasualtyScope.Partial, Source: null, AreaCode: null }
            ? Refusal.Invalid("/scope", "part-of-what", "A part says whose figure it is, or of which place.")
            : null;
    }

    public static CasualtyEntry Of(CountCasualties request, Incident incident, string agency, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = incident.ExerciseId,
        IncidentId = incident.Id,
        Counts = [.. request.Counts],
        ReportId = request.ReportId,
        SourceAgency = agency,
        Source = request.Source == agency ? null : request.Source,
        Scope = request.Scope,
        AreaCode = request.AreaCode == incident.Jurisdiction ? null : request.AreaCode,
        OccurredAt = request.OccurredAt,
        KnownAt = request.KnownAt,
        RecordedAt = now,
    };

    /// <summary>What counts of each kind: see <see cref="CasualtyTally"/>.</summary>
    public static IReadOnlyList<CasualtyCount> Totals(
        IReadOnlyCollection<CasualtyEntry> ledger, IReadOnlyCollection<CasualtyDecision>? decisions = null, Func<CasualtyEntry, bool>? isLookedAt = null) =>
        [.. CasualtyTally.Of(ledger, decisions ?? [], isLookedAt).Select(t => new CasualtyCount(t.Kind, t.Count, t.Confidence))];

    /// <summary>True while an entry is the newest of its source for every kind that it counts, and nobody decided that another's figure counts.</summary>
    public static bool IsCurrent(CasualtyEntry entry, IReadOnlyCollection<CasualtyEntry> ledger, IReadOnlyCollection<CasualtyDecision>? decisions = null) =>
        CasualtyTally.Of(ledger, decisions ?? []).Where(t => entry.Counts.Exists(c => c.Kind == t.Kind))
            .All(t => t.Figures.Any(f => f.Entry.Id == entry.Id && (t.Decision is null || f.IsCounted)));
}

/// <summary>A line of figures in the ledger.</summary>
/// <param name="Scope">What they cover.</param>
/// <param name="Source">Who counts.</param>
/// <param name="AreaCode">Area or place; null for the incident's own area.</param>
internal sealed record CasualtyLine(CasualtyScope Scope, string Source, string? AreaCode)
{
    /// <summary>True for what claims to be all there is.</summary>
    public bool IsWhole => Scope == CasualtyScope.Total && AreaCode is null;
}
