using Coordination.Contracts.Events;

namespace Coordination.Oversight.Mediation;

/// <summary>How many cases of a kind had an outcome in a month. It is the input of no indicator.</summary>
internal sealed class MediationCount
{
    public Guid Id { get; set; }
    public Guid? ExerciseId { get; set; }
    public int Year { get; set; }
    public int Month { get; set; }
    public DisputeKind Kind { get; set; }
    public MediationOutcome Outcome { get; set; }
    public int Cases { get; set; }
}
