using Coordination.Contracts.Events;

namespace Coordination.Intake.Reports;

/// <summary>One step of the chain.</summary>
internal sealed class ChainStep
{
    public JurisdictionTier From { get; set; }
    public JurisdictionTier To { get; set; }
}
