using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Jurisdictions;

/// <summary>
/// A node of the tree for a stretch of time (domain.md D): GB/T 2260 areas with their extensions, and functional nodes such as a railway
/// bureau or hospital. Nothing is overwritten: a change ends this record and begins the next.
/// </summary>
internal sealed class Jurisdiction
{
    private Jurisdiction() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    /// <summary>Six digits and an extension for areas; letters and hyphens for functional nodes.</summary>
    public string Code { get; private set; } = "";
    public JurisdictionTier Tier { get; private set; }
    /// <summary>Code of the node above; null for the root.</summary>
    public string? Parent { get; private set; }
    public string Name { get; private set; } = "";
    public string NameZh { get; private set; } = "";
    public DateTimeOffset ValidFrom { get; private set; }
    public DateTimeOffset? ValidTo { get; private set; }

    public static (Jurisdiction?, Refusal?) Set(SetJurisdiction node, string code, Guid? exercise, Jurisdiction? parent, DateTimeOffset at)
    {
        if (!IsCode(code, node.Tier)) return (null, Refusal.Invalid("", "jurisdiction-code", "An area has six digits (GB/T 2260) and up to six more; a functional node has lower-case letters, digits and hyphens."));
        if (node.Parent is not null && parent is null) return (null, Refusal.Invalid("/parent", "unknown-jurisdiction", "Set the node above first."));
        if (node.Parent is null && node.Tier is not (JurisdictionTier.State or JurisdictionTier.Province))
            return (null, Refusal.Invalid("/parent", "required", "Every node but the root has one above it."));
        if (parent is not null && (parent.Tier >= node.Tier || parent.Tier == JurisdictionTier.Functional))
            return (null, Refusal.Invalid("/parent", "tier-order", $"A {node.Tier} cannot stand under a {parent.Tier}."));
        return (new Jurisdiction
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = exercise,
            Code = code,
            Tier = node.Tier,
            Parent = node.Parent,
            Name = node.Name,
            NameZh = node.NameZh,
            ValidFrom = at,
        }, null);
    }

    /// <summary>True when a new record would say the same.</summary>
    public bool Says(SetJurisdiction node) => (Tier, Parent, Name, NameZh) == (node.Tier, node.Parent, node.Name, node.NameZh);

    public void End(DateTimeOffset at)
    {
        ValidTo = at;
        Version++;
    }

    public bool HoldsAt(DateTimeOffset at) => ValidFrom <= at && (ValidTo is null || at < ValidTo);

    private static bool IsCode(string code, JurisdictionTier tier) => tier == JurisdictionTier.Functional
        ? code.Length is > 2 and <= 40 && char.IsAsciiLetterLower(code[0]) && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
        : code.Length is >= 6 and <= 12 && code.All(char.IsAsciiDigit);
}
