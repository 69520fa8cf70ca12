namespace Coordination.Command.Plans;

/// <summary>The review of an event's plan.</summary>
/// <param name="MostPresent">Most persons who were present at one time.</param>
/// <param name="Expected">How many the plan expected.</param>
/// <param name="Conclusions">In words.</param>
/// <param name="ReviewedAt">When.</param>
public sealed record EventReview(int MostPresent, int Expected, IReadOnlyList<string> Conclusions, DateTimeOffset ReviewedAt);
