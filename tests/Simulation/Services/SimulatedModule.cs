using Coordination.Platform;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Tests.Simulation;

/// <summary>A service as Platform knows it, without pages.</summary>
internal abstract class SimulatedModule : ServiceModule<SimulatedDb>
{
    public override void Map(IEndpointRouteBuilder routes) { }
}
