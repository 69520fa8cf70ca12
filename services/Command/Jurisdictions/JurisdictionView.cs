using Coordination.Contracts.Events;

namespace Coordination.Command.Jurisdictions;

/// <summary>A node of the tree.</summary>
public sealed record JurisdictionView(
    string Code, JurisdictionTier Tier, string? Parent, string Name, string NameZh, DateTimeOffset ValidFrom, DateTimeOffset? ValidTo)
{
    internal static JurisdictionView Of(Jurisdiction n) => new(n.Code, n.Tier, n.Parent, n.Name, n.NameZh, n.ValidFrom, n.ValidTo);
}
