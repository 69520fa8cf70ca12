using Coordination.Contracts.Events;

namespace Coordination.Resources.Recommendations;

/// <summary>Section <c>recommendation</c> of <c>resources.yaml</c>: how many minutes of travel everything else is worth. Defaults are this project's.</summary>
internal sealed class RecommendationSettings
{
    /// <summary>A reserve team goes before a primary one that is so much farther.</summary>
    public int ReserveMinutes { get; set; } = 15;
    /// <summary>Experts and volunteers likewise.</summary>
    public int OthersMinutes { get; set; } = 30;
    /// <summary>For leaving a base or depot empty; in proportion where something is left.</summary>
    public int CoverMinutes { get; set; } = 20;
    /// <summary>For the dearest of those who could go; others in proportion.</summary>
    public int CostMinutes { get; set; } = 10;
    /// <summary>Assumed where nobody said where something stands.</summary>
    public int UnknownMinutes { get; set; } = 120;
    /// <summary>For a type that is not the one asked for.</summary>
    public int InsteadMinutes { get; set; } = 10;

    internal int Of(CallUpRank? rank) => rank switch { null or CallUpRank.Primary => 0, CallUpRank.Reserve => ReserveMinutes, _ => OthersMinutes };

    /// <summary>Null when sound; otherwise what is wrong.</summary>
    internal string? Fault() => ((int[])[ReserveMinutes, OthersMinutes, CoverMinutes, CostMinutes, UnknownMinutes, InsteadMinutes]).Any(m => m is < 0 or > 10_000)
        ? "recommendation: weights are 0 to 10000 minutes" : null;
}
