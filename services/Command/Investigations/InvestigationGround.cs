using Coordination.Command.Incidents;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Investigations;

/// <summary>What is investigated: an accident that was confirmed, once, and again where it turned out graver (条例493 Art. 19, 20).</summary>
internal static class InvestigationGround
{
    /// <param name="incident">The incident.</param>
    /// <param name="standing">Its newest investigation that is neither superseded nor discontinued, or null.</param>
    /// <param name="mayStill">Whether an agency may investigate the accident as it stands now: whoever may keeps what is open.</param>
    public static Refusal? Refuse(Incident incident, Investigation? standing, Func<string, bool> mayStill)
    {
        if (incident.Category != IncidentCategory.Accident) return new Refusal("not-an-accident", $"It is {incident.Category}: an accident is investigated.");
        if (incident.State is IncidentState.Reported or IncidentState.Unfounded or IncidentState.MergedInto)
            return new Refusal("not-confirmed", $"The incident is {incident.State}: what was confirmed is investigated.");
        if (standing is null) return null;
        // An accident without a confirmed grade is investigated as an ordinary one.
        var isGraver = incident.Grade is { } now && now > (standing.Grade ?? IncidentGrade.Ordinary);
        return isGraver && !(standing.IsOpen && mayStill(standing.Authority)) ? null : new Refusal("already-investigated", $"{standing.Authority} investigates or has investigated it, and it has not turned out too grave for them since.");
    }

    /// <summary>What is investigated does not become part of another incident: its authority would be left with times of an accident that is no longer one.</summary>
    public static async Task<Refusal?> RefuseWhileInvestigatingAsync(this CommandDb db, Guid incident, CancellationToken ct) =>
        (await db.Investigations.Where(i => i.IncidentId == incident).ToListAsync(ct)).Find(i => i.IsOpen) is { } open
            ? new Refusal("under-investigation", $"{open.Authority} investigates it: let them discontinue it or reply first, and begin on the incident that goes on.") : null;
}
