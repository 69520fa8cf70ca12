using Coordination.Contracts.Events;

namespace Coordination.Command.Exercises;

/// <summary>A drill that is part of another.</summary>
/// <param name="DrillId">The part.</param>
/// <param name="ParentDrillId">What it is part of.</param>
/// <param name="PlanId">The plan that it drills.</param>
/// <param name="State">How it stands.</param>
/// <param name="Injects">How many injects it has.</param>
/// <param name="AsExpected">How many were answered as expected and in time.</param>
/// <param name="Findings">How many findings its evaluation has.</param>
public sealed record DrillPart(Guid DrillId, Guid ParentDrillId, Guid PlanId, DrillState State, int Injects, int AsExpected, int Findings);
