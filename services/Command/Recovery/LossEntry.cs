using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Recovery;

/// <summary>
/// One entry of the loss ledger: what one source assessed, by sector. Never changed, never removed; an entry that corrects another stands in its place. It counts
/// things and money, and no person.
/// </summary>
internal sealed class LossEntry
{
    private LossEntry() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public Guid IncidentId { get; private set; }
    public List<LossFigure> Figures { get; private set; } = [];
    /// <summary>ISO 4217.</summary>
    public string Currency { get; private set; } = "";
    /// <summary>Who entered it.</summary>
    public string EnteredBy { get; private set; } = "";
    /// <summary>Who assessed it.</summary>
    public string Source { get; private set; } = "";
    public DateTimeOffset AssessedAt { get; private set; }
    public DateTimeOffset RecordedAt { get; private set; }
    /// <summary>The entry in whose place it stands, or null.</summary>
    public Guid? Corrects { get; private set; }
    /// <summary>Why the other was wrong, in words; stays in this service.</summary>
    public string? Reason { get; private set; }

    public static (LossEntry?, Refusal?) Assess(AssessLosses request, Incident incident, string agency, IReadOnlyCollection<LossEntry> ledger, DateTimeOffset now)
    {
        if ((RecoveryTime.RefuseAssessment(incident) ?? Refuse(request, agency) ?? RefuseToSpeakFor(request.Source, agency, ledger) ?? RefuseCorrection(request, agency, ledger)) is { } no) return (null, no);
        return (new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = incident.ExerciseId,
            IncidentId = incident.Id,
            Figures = [.. request.Figures],
            Currency = request.Currency,
            EnteredBy = agency,
            Source = request.Source ?? agency,
            AssessedAt = request.AssessedAt,
            RecordedAt = now,
            Corrects = request.Corrects,
            Reason = request.Reason,
        }, null);
    }

    /// <summary>Who has entered figures of its own is not spoken for by another: only its own figure takes the place of its last.</summary>
    private static Refusal? RefuseToSpeakFor(string? source, string agency, IReadOnlyCollection<LossEntry> ledger) =>
        source is not null && source != agency && ledger.Any(e => e.EnteredBy == source && e.Source == source)
            ? Refusal.Invalid("/source", "source-speaks-for-itself", $"{source} enters its own figures for this incident.") : null;

    private static Refusal? Refuse(AssessLosses request, string agency)
    {
        if (request.Source is { } source && source != agency && !Code.Is(source)) return Code.Refuse("/source");
        if (request.Currency.Any(c => !char.IsAsciiLetterUpper(c))) return Refusal.Invalid("/currency", "currency", "Must be an ISO 4217 code in capitals, such as CNY.");
        if (request.Figures.FirstOrDefault(f => (f.AmountMinor, f.Destroyed, f.Damaged) == (null, null, null)) is not null)
            return Refusal.Invalid("/figures", "no-figure", "A loss is an amount, a count, or both.");
        if (request.Figures.FirstOrDefault(f => f.Unit is null != (f.Destroyed is null && f.Damaged is null)) is not null)
            return Refusal.Invalid("/figures", "unit-and-count", "A count says in what unit, and a unit how many.");
        if (request.Figures.Any(f => f.AmountMinor < 0 || f.Destroyed < 0 || f.Damaged < 0)) return Refusal.Invalid("/figures", "negative-loss", "Losses are 0 or more.");
        return request.Figures.DistinctBy(f => (f.Sector, f.Unit)).Count() == request.Figures.Count && request.Figures.Where(f => f.AmountMinor is not null).DistinctBy(f => f.Sector).Count() == request.Figures.Count(f => f.AmountMinor is not null)
            ? null : Refusal.Invalid("/figures", "sector-twice", "Each sector has one amount in an entry, and each unit of it one count.");
    }

    /// <summary>Only who entered it corrects an entry, once, and says why; the correction is of the same source.</summary>
    private static Refusal? RefuseCorrection(AssessLosses request, string agency, IReadOnlyCollection<LossEntry> ledger)
    {
        if (request.Corrects is not { } id) return request.Reason is null ? null : Refusal.Invalid("/reason", "nothing-corrected", "A reason belongs to a correction: say which entry it corrects.");
        if (ledger.FirstOrDefault(e => e.Id == id) is not { } wrong) return Refusal.Invalid("/corrects", "unknown-entry", "The ledger of this incident has no such entry.");
        if (request.Reason is null) return Refusal.Invalid("/reason", "required", "A correction says why.");
        if (wrong.EnteredBy != agency) return Refusal.Forbidden("not-your-entry", $"{wrong.EnteredBy} entered it: ask them.");
        if (wrong.Source != (request.Source ?? agency)) return Refusal.Invalid("/source", "another-source", $"A correction is of the same source: {wrong.Source}.");
        return ledger.Any(e => e.Corrects == id) ? new Refusal("already-corrected", "It was corrected: correct the newest.", "/corrects") : null;
    }
}
