using Coordination.Contracts.Events;

namespace Coordination.Intake.Hazards;

/// <summary>The published rule: likelihood times consequence, each 1 to 5. Jurisdiction data.</summary>
internal sealed class HazardRatingRule
{
    public int A { get; set; }
    public int B { get; set; }

    internal HazardRating Rate(int likelihood, int consequence) => likelihood * consequence is var risk && risk >= A
        ? HazardRating.A
        : risk >= B ? HazardRating.B : HazardRating.C;
}
