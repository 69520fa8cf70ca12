namespace Coordination.Command.Exercises;

/// <summary>Something that happens in a drill, and what is expected then.</summary>
/// <param name="Number">From 1.</param>
/// <param name="AfterMinutes">When it is due, counted from the start.</param>
/// <param name="Text">What happens.</param>
/// <param name="Expected">What is expected.</param>
/// <param name="WithinMinutes">How long the answer may take.</param>
/// <param name="PlayedAt">When it was played.</param>
/// <param name="ObservedAt">When the answer was seen.</param>
/// <param name="Outcome">What was seen.</param>
/// <param name="Role">The role of the plan's checklist that answers it; null for what is of none.</param>
public sealed record Inject(
    int Number, int AfterMinutes, string Text, string Expected, int WithinMinutes, DateTimeOffset? PlayedAt = null,
    DateTimeOffset? ObservedAt = null, InjectOutcome? Outcome = null, string? Role = null);

/// <summary>How an inject was answered.</summary>
public enum InjectOutcome
{
    /// <summary>As expected and in time.</summary>
    AsExpected,
    /// <summary>As expected, too late.</summary>
    Late,
    /// <summary>Otherwise than expected.</summary>
    Otherwise,
    /// <summary>Not at all.</summary>
    Missed,
}

/// <summary>What the evaluation of a drill found.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">In words.</param>
/// <param name="RevisesPlan">True when the plan must change.</param>
/// <param name="PlanVersionId">Plan version that takes it up, once linked.</param>
public sealed record DrillFinding(int Number, string Text, bool RevisesPlan, Guid? PlanVersionId = null);
