using Coordination.Platform;

namespace Coordination.Resources.Agencies;

/// <summary>Who sees what an agency keeps of an incident.</summary>
internal static class IncidentLists
{
    /// <summary>True for the agency itself and for who takes part in the incident.</summary>
    internal static async Task<bool> AreForAsync(this ResourcesDb db, string agency, Guid incident, Call call, CancellationToken ct) =>
        call.Caller.Agency == agency || await db.SeesAsync(incident, ct);
}
