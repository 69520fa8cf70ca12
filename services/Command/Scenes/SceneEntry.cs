using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Scenes;

/// <summary>
/// What was moved at the scene of an accident, and how it lay: marked, sketched and recorded in writing (条例493 Art. 16). Never changed, never removed; an entry that
/// corrects another stands in its place. It is of things, and of no person.
/// </summary>
internal sealed class SceneEntry
{
    private SceneEntry() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public Guid IncidentId { get; private set; }
    /// <summary>What was moved, in words; stays in this service, as all words here do.</summary>
    public string What { get; private set; } = "";
    public SceneReason Reason { get; private set; }
    /// <summary>The marks that show where and how it lay.</summary>
    public string Marks { get; private set; } = "";
    /// <summary>Number or name of the sketch of the scene.</summary>
    public string Sketch { get; private set; } = "";
    public string? Photo { get; private set; }
    /// <summary>In what part it was recorded.</summary>
    public SceneRecorder Recorder { get; private set; }
    public string RecordedBy { get; private set; } = "";
    public DateTimeOffset MovedAt { get; private set; }
    public DateTimeOffset RecordedAt { get; private set; }
    /// <summary>The entry in whose place it stands, or null.</summary>
    public Guid? Corrects { get; private set; }
    /// <summary>Why the other was wrong.</summary>
    public string? Correction { get; private set; }

    public static (SceneEntry?, Refusal?) Record(RecordScene request, Incident incident, string agency, IReadOnlyCollection<SceneEntry> record, DateTimeOffset now)
    {
        if (incident.Category != IncidentCategory.Accident) return (null, new Refusal("not-an-accident", $"It is {incident.Category}: the scene of an accident is recorded."));
        if ((incident.Count() ?? RefuseTime(request, incident) ?? RefuseCorrection(request, agency, record)) is { } no) return (null, no);
        return (new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = incident.ExerciseId,
            IncidentId = incident.Id,
            What = request.What,
            Reason = request.Reason,
            Marks = request.Marks,
            Sketch = request.Sketch,
            Photo = request.Photo,
            Recorder = request.Recorder,
            RecordedBy = agency,
            MovedAt = request.MovedAt,
            RecordedAt = now,
            Corrects = request.Corrects,
            Correction = request.Correction,
        }, null);
    }

    /// <summary>When an accident happened is often known better later, and the incident keeps what was first said: a day is left for that.</summary>
    private static Refusal? RefuseTime(RecordScene request, Incident incident) => request.MovedAt < incident.OccurredAt.AddDays(-1)
        ? Refusal.Invalid("/movedAt", "before-incident", "What was moved before the accident was not moved at its scene.") : null;

    /// <summary>Only who made an entry corrects it, once, and says why.</summary>
    private static Refusal? RefuseCorrection(RecordScene request, string agency, IReadOnlyCollection<SceneEntry> record)
    {
        if (request.Corrects is not { } id) return request.Correction is null ? null : Refusal.Invalid("/correction", "nothing-corrected", "A reason belongs to a correction: say which entry it corrects.");
        if (record.FirstOrDefault(e => e.Id == id) is not { } wrong) return Refusal.Invalid("/corrects", "unknown-entry", "The record of this scene has no such entry.");
        if (request.Correction is null) return Refusal.Invalid("/correction", "required", "A correction says why.");
        if (wrong.RecordedBy != agency) return Refusal.Forbidden("not-your-entry", $"{wrong.RecordedBy} entered it: ask them.");
        return record.Any(e => e.Corrects == id) ? new Refusal("already-corrected", "It was corrected: correct the newest.", "/corrects") : null;
    }
}
