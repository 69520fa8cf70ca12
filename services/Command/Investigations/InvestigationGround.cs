using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Investigations;

/// <summary>What is investigated: an accident that was confirmed, once, and again where it turned out graver (条例493 Art. 19, 20).</summary>
internal static class InvestigationGround
{
    /// <param name="incident">The incident.</param>
    /// <param name="standing">Its investigation that is neither superseded nor discontinued, or null.</param>
    public static Refusal? Refuse(Incident incident, Investigation? standing)
    {
        if (incident.Category != IncidentCategory.Accident) return new Refusal("not-an-accident", $"It is {incident.Category}: an accident is investigated.");
        if (incident.State is IncidentState.Reported or IncidentState.Unfounded or IncidentState.MergedInto)
            return new Refusal("not-confirmed", $"The incident is {incident.State}: what was confirmed is investigated.");
        if (standing is null) return null;
        // An accident without a confirmed grade is investigated as an ordinary one.
        var isGraver = incident.Grade is { } now && now > (standing.Grade ?? IncidentGrade.Ordinary);
        return isGraver ? null : new Refusal("already-investigated", $"{standing.Authority} investigates or has investigated it, and it has not turned out graver since.");
    }
}
