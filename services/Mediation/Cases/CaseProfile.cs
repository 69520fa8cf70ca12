using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Mediation.Cases;

/// <summary>How a kind of dispute is handled in a jurisdiction: where, by whom, what sends it elsewhere, and what a rights notice names.</summary>
internal sealed class CaseProfile
{
    public DisputeKind Kind { get; set; }
    /// <summary>Tiers the parties may choose from.</summary>
    public List<MediationTier> Tiers { get; set; } = [];
    /// <summary>A mediator has at least one of these.</summary>
    public List<Mediators.MediatorSkill> Skills { get; set; } = [];
    /// <summary>What sends a case to another protection.</summary>
    public List<ReferralReason> Triggers { get; set; } = [];
    /// <summary>What a rights notice names besides court.</summary>
    public List<RightsPath> Rights { get; set; } = [];
}

/// <summary>The profiles of the jurisdiction package, read once.</summary>
internal sealed class CaseProfiles(JurisdictionPackage package)
{
    private readonly Lazy<Dictionary<DisputeKind, CaseProfile>> byKind =
        new(() => package.Section<List<CaseProfile>>("mediationProfiles").ToDictionary(p => p.Kind));

    public CaseProfile Of(DisputeKind kind) => byKind.Value.TryGetValue(kind, out var profile)
        ? profile
        : throw new InvalidDataException($"Package '{package.Id}' has no mediation profile for {kind}");
}
