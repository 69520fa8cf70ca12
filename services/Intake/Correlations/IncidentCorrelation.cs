using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Correlations;

/// <summary>A report and another report or a hazard that may belong together. A score proposes it, a person always decides.</summary>
internal sealed class IncidentCorrelation
{
    public static readonly Lifecycle<CorrelationState> Life = new(
        (CorrelationState.Proposed, [CorrelationState.Confirmed, CorrelationState.Rejected]),
        (CorrelationState.Confirmed, [CorrelationState.Split]));

    private IncidentCorrelation() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public CorrelationState State { get; private set; }
    public Guid ReportId { get; private set; }
    public CorrelationTarget Target { get; private set; }
    public Guid TargetId { get; private set; }
    public int Score { get; private set; }
    public List<CorrelationReason> Reasons { get; private set; } = [];
    public List<ConflictingValue> Values { get; private set; } = [];
    public DateTimeOffset ProposedAt { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string? DecidedBy { get; private set; }

    public static IncidentCorrelation Propose(
        Guid id, Guid? exercise, Guid report, CorrelationTarget target, Guid targetId, int score, IEnumerable<CorrelationReason> reasons,
        IEnumerable<ConflictingValue> values, DateTimeOffset at) => new()
        {
            Id = id, ExerciseId = exercise, ReportId = report, Target = target, TargetId = targetId, Score = score, Reasons = [.. reasons], Values = [.. values], ProposedAt = at,
        };

    /// <summary>One event. Both reports and all their values stay.</summary>
    public Refusal? Confirm(string agency, DateTimeOffset at) => Decide(CorrelationState.Confirmed, agency, at);

    public Refusal? Reject(string agency, DateTimeOffset at) => Decide(CorrelationState.Rejected, agency, at);

    public Refusal? Split(string agency, DateTimeOffset at) => Decide(CorrelationState.Split, agency, at);

    private Refusal? Decide(CorrelationState to, string agency, DateTimeOffset at)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, DecidedBy, DecidedAt, Version) = (to, agency, at, Version + 1);
        return null;
    }
}
