using Coordination.Platform;
using Coordination.Resources.Requests;

namespace Coordination.Resources.LivingSupport;

/// <summary>What people need to live on, and what is on its way.</summary>
/// <param name="Id">The need.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="Agency">Who keeps the list.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Kind">What.</param>
/// <param name="Place">Where.</param>
/// <param name="Needed">How many.</param>
/// <param name="Requested">How many the lines ask for that are not done with.</param>
/// <param name="Committed">How many suppliers have committed to them; but for meals and water, not what went home again.</param>
/// <param name="Lacking">How many of those that are needed nobody has committed.</param>
/// <param name="Lines">Lines of requests that are to bring it.</param>
/// <param name="ChangedAt">When it was last stated.</param>
public sealed record LivingNeedView(
    Guid Id, int Version, string Agency, Guid IncidentId, LivingNeedKind Kind, string Place, int Needed, long Requested, long Committed, long Lacking, IReadOnlyList<Guid> Lines,
    DateTimeOffset ChangedAt) : IVersioned
{
    internal static LivingNeedView Of(LivingNeed n, IEnumerable<Line> lines)
    {
        var (requested, committed) = n.Met(lines);
        return new(n.Id, n.Version, n.Agency, n.IncidentId, n.Kind, n.Place, n.Needed, requested, committed, Math.Max(0, n.Needed - committed), n.Lines, n.ChangedAt);
    }
}
