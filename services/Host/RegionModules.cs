using Coordination.Command;
using Coordination.Exchange;
using Coordination.Intake;
using Coordination.Mediation;
using Coordination.Oversight;
using Coordination.Platform;
using Coordination.PublicInformation;
using Coordination.Resources;

namespace Coordination.Host;

/// <summary>Every service of a region. An agency's own process names fewer with <c>--modules</c>.</summary>
internal static class RegionModules
{
    /// <summary>In the order of the README's picture.</summary>
    internal static IReadOnlyList<ServiceModule> All { get; } =
    [
        new IntakeModule(),
        new CommandModule(),
        new ResourcesModule(),
        new PublicInformationModule(),
        new MediationModule(),
        new OversightModule(),
        new ExchangeModule(),
    ];
}
