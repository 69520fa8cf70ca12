using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Trainings;

/// <summary>A training that an agency held 培训: for whom, on what, and how many took part; never who.</summary>
internal sealed class Training
{
    private Training() { }

    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    public TrainingKind Kind { get; private set; }
    public string Agency { get; private set; } = "";
    /// <summary>In words; stays in this service.</summary>
    public string Topic { get; private set; } = "";
    public int Participants { get; private set; }
    /// <summary>Versions of plans that were trained.</summary>
    public List<Guid> PlanVersions { get; private set; } = [];
    /// <summary>Actions of reviews that it carries out.</summary>
    public List<TrainingAnswer> Answers { get; private set; } = [];
    public DateTimeOffset HeldAt { get; private set; }
    public DateTimeOffset RecordedAt { get; private set; }

    public static (Training?, Refusal?) Record(RecordTraining request, Guid? exercise, string agency, DateTimeOffset now)
    {
        if (request.Participants is < 1 or > 100_000) return (null, Refusal.Invalid("/participants", "range", "Must be between 1 and 100000."));
        return (new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = exercise,
            Kind = request.Kind,
            Agency = agency,
            Topic = request.Topic,
            Participants = request.Participants,
            PlanVersions = [.. (request.PlanVersions ?? []).Distinct()],
            Answers = [.. (request.Answers ?? []).Distinct()],
            HeldAt = request.HeldAt,
            RecordedAt = now,
        }, null);
    }
}

/// <summary>An action of a review that a training carries out.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="Number">Its action, from 1.</param>
public sealed record TrainingAnswer(Guid ReviewId, int Number);
