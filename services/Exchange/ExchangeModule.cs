using Coordination.Exchange.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Exchange;

/// <summary>The region's event log with one sequence, and those who read it.</summary>
internal sealed class ExchangeModule : ServiceModule<ExchangeDb>
{
    public override string Name => "exchange";

    public override IReadOnlyList<Google.Protobuf.Reflection.ServiceDescriptor> Rpc => [.. Coordination.Rpc.Exchange.V1.EventsReflection.Descriptor.Services];

    public override void Map(IEndpointRouteBuilder routes) => ReadEvents.Map(routes);

    public override void Subscribe(Subscriptions on) => on.All<TakeIntoLog>();
}
