using Coordination.Platform;

namespace Coordination.Resources.LivingSupport;

/// <summary>A lifeline of an incident.</summary>
/// <param name="Id">The lifeline.</param>
/// <param name="Version">Grows with every change.</param>
/// <param name="State">How it stands.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Which one, where.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Agency">Who keeps the list.</param>
/// <param name="ResponsibleAgency">Who restores it.</param>
/// <param name="Households">How many households are without it, or null where nobody knows.</param>
/// <param name="RestoreBy">By when it should work again, or null.</param>
/// <param name="ChangedAt">Since when it stands so.</param>
public sealed record LifelineView(
    Guid Id, int Version, LifelineState State, LifelineKind Kind, string Name, Guid IncidentId, string Agency, string ResponsibleAgency, int? Households, DateTimeOffset? RestoreBy,
    DateTimeOffset ChangedAt) : IVersioned
{
    internal static LifelineView Of(Lifeline l) =>
        new(l.Id, l.Version, l.State, l.Kind, l.Name, l.IncidentId, l.Agency, l.ResponsibleAgency, l.Households, l.Promised, l.ChangedAt);
}
