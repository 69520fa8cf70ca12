using Coordination.Contracts.Events;

namespace Coordination.Command.Incidents;

/// <summary>One entry of the casualty ledger: totals as known at a moment, from one source. Never changed, never removed; a correction is the next entry.</summary>
internal sealed class CasualtyEntry
{
    private CasualtyEntry() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public Guid IncidentId { get; private set; }
    public List<CasualtyCount> Counts { get; private set; } = [];
    public Guid? ReportId { get; private set; }
    public string SourceAgency { get; private set; } = "";
    public DateTimeOffset OccurredAt { get; private set; }
    public DateTimeOffset KnownAt { get; private set; }
    public DateTimeOffset RecordedAt { get; private set; }

    public static CasualtyEntry Of(CountCasualties request, Incident incident, string agency, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        ExerciseId = incident.ExerciseId,
        IncidentId = incident.Id,
        Counts = [.. request.Counts],
        ReportId = request.ReportId,
        SourceAgency = agency,
        OccurredAt = request.OccurredAt,
        KnownAt = request.KnownAt,
        RecordedAt = now,
    };

    /// <summary>What is known: the newest count of each kind. An entry may count one kind alone, and one that arrives late may be older than what is known.</summary>
    public static IReadOnlyList<CasualtyCount> Totals(IEnumerable<CasualtyEntry> ledger) =>
        [.. ByAge(ledger).SelectMany(e => e.Counts).GroupBy(c => c.Kind).Select(g => g.Last())];

    /// <summary>True while an entry is the newest that counts every kind that it counts.</summary>
    public static bool IsCurrent(CasualtyEntry entry, IEnumerable<CasualtyEntry> ledger) =>
        ByAge(ledger).SkipWhile(e => e.Id != entry.Id).Skip(1).SelectMany(e => e.Counts).All(newer => entry.Counts.TrueForAll(c => c.Kind != newer.Kind));

    private static IOrderedEnumerable<CasualtyEntry> ByAge(IEnumerable<CasualtyEntry> ledger) => ledger.OrderBy(e => e.KnownAt).ThenBy(e => e.RecordedAt);
}
