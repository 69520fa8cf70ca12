using Coordination.Platform;

namespace Coordination.Mediation.Medical;

/// <summary>A death at issue in a medical dispute.</summary>
/// <param name="Id">The record.</param>
/// <param name="Version">Grows by one with every change.</param>
/// <param name="CaseId">The case.</param>
/// <param name="DiedAt">When.</param>
/// <param name="IsFrozen">True when the body is kept frozen.</param>
/// <param name="Autopsy">The kin's choice.</param>
/// <param name="ChosenAt">When they chose, or null.</param>
/// <param name="AutopsyAt">When it was done, or null.</param>
/// <param name="HandedOverAt">When the body was handed over, or null.</param>
public sealed record DeathView(
    Guid Id, int Version, Guid CaseId, DateTimeOffset DiedAt, bool IsFrozen, AutopsyChoice Autopsy, DateTimeOffset? ChosenAt, DateTimeOffset? AutopsyAt,
    DateTimeOffset? HandedOverAt) : IVersioned
{
    internal static DeathView Of(Death d) => new(d.Id, d.Version, d.CaseId, d.DiedAt, d.IsFrozen, d.Autopsy, d.ChosenAt, d.AutopsyAt, d.HandedOverAt);
}
