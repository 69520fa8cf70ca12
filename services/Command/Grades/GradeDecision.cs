using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Grades;

/// <summary>A grade (事件分级) as proposed by the thresholds or by hand. Only a person confirms it (domain.md C2).</summary>
internal sealed class GradeDecision
{
    /// <summary>A newer decision supersedes a confirmed one, and a proposal that nobody took up.</summary>
    public static readonly Lifecycle<GradeState> Life = new(
        (GradeState.Proposed, [GradeState.Confirmed, GradeState.Superseded]),
        (GradeState.Confirmed, [GradeState.Superseded]));

    private GradeDecision() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public Guid IncidentId { get; private set; }
    public GradeState State { get; private set; }
    public IncidentGrade Grade { get; private set; }
    public bool ByThreshold { get; private set; }
    public DateTimeOffset ProposedAt { get; private set; }
    public string? ConfirmedBy { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public static (GradeDecision?, Refusal?) Propose(Incident incident, IncidentGrade grade, bool byThreshold, DateTimeOffset at) =>
        incident.Category == IncidentCategory.PublicSafety
            ? (null, new Refusal("not-graded", "Public-safety incidents carry no grade (突发事件应对法 Art. 3)."))
            : (new GradeDecision
            {
                Id = Guid.CreateVersion7(),
                ExerciseId = incident.ExerciseId,
                IncidentId = incident.Id,
                State = GradeState.Proposed,
                Grade = grade,
                ByThreshold = byThreshold,
                ProposedAt = at,
            }, null);

    public Refusal? Confirm(string agency, DateTimeOffset at)
    {
        if (Move(GradeState.Confirmed) is { } no) return no;
        (ConfirmedBy, ConfirmedAt) = (agency, at);
        return null;
    }

    public Refusal? Supersede() => Move(GradeState.Superseded);

    private Refusal? Move(GradeState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        State = to;
        Version++;
        return null;
    }
}

/// <summary>States of a grade decision.</summary>
public enum GradeState
{
    /// <summary>Proposed.</summary>
    Proposed,
    /// <summary>Confirmed by a person.</summary>
    Confirmed,
    /// <summary>Replaced by a newer one.</summary>
    Superseded,
}
