using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Recovery;

/// <summary>What belongs to which states of an incident (突发事件应对法 Art. 87; domain.md B9, C2).</summary>
internal static class RecoveryTime
{
    /// <summary>Losses are assessed at once after the response, and corrected until it is closed.</summary>
    public static Refusal? RefuseAssessment(Incident incident) => incident.State is IncidentState.ResponseEnded or IncidentState.Recovery or IncidentState.UnderReview
        ? null : new Refusal("not-after-response", $"The incident is {incident.State}: losses are assessed after the response, until it is closed.");

    /// <summary>What was assigned is done or cancelled before it is closed.</summary>
    /// <param name="open">Tasks that are to be done.</param>
    public static Refusal? RefuseClosing(int open) => open == 0
        ? null : new Refusal("recovery-tasks-open", $"{open} recovery tasks are open: complete or cancel them first.");

    /// <summary>Plans are made, and tasks assigned and done, while it recovers; the review has begun by then, more often than not.</summary>
    public static Refusal? RefuseWork(Incident incident) => incident.State is IncidentState.Recovery or IncidentState.UnderReview
        ? null : new Refusal("not-in-recovery", $"The incident is {incident.State}: recovery goes on in Recovery and UnderReview.");
}
