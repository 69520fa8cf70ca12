using Coordination.Command.Incidents;

namespace Coordination.Command.Grades;

/// <summary>
/// How long the thresholds follow the counts: as long as the incident goes on, whatever that takes, and after the response for what happened within the window for
/// supplements, 30 days from the accident, 7 for road and fire (条例493 Art. 13). What happened in time and is learnt late is looked at; what happened later is not.
/// </summary>
internal static class SupplementWindow
{
    /// <summary>True for counts about a moment that the grade still follows.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="occurredAt">The moment that the counts are about.</param>
    /// <param name="windowEnd">When the window closes; null where none was started.</param>
    public static bool Holds(Incident incident, DateTimeOffset occurredAt, DateTimeOffset? windowEnd) =>
        incident.IsOpen || windowEnd is not { } end || occurredAt <= end || occurredAt <= incident.ResponseEndedAt;
}
