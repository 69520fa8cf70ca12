using Coordination.Exchange.Events;
using Coordination.Exchange.Subscriptions;
using Coordination.Exchange.Webhooks;
using Coordination.Platform;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Exchange;

/// <summary>The region's event log with one sequence, and those who read it.</summary>
internal sealed class ExchangeModule : ServiceModule<ExchangeDb>
{
    public override string Name => "exchange";

    public override bool HasAccessLog => true;

    public override IReadOnlyList<Google.Protobuf.Reflection.ServiceDescriptor> Rpc => [.. Coordination.Rpc.Exchange.V1.EventsReflection.Descriptor.Services];

    public override void Add(IServiceCollection services)
    {
        services.AddSingleton<LoadReader>();
        services.AddSingleton<Round>();
        services.AddSingleton<IServiceLoop, DeliveryLoop>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        ReadEvents.Map(routes);

        CreateSubscriptionCase.Map(routes);
        ReadSubscriptions.Map(routes);
        ChangeSubscriptionCase.Map(routes);
        MoveSubscription.Map(routes);
        RotateSecret.Map(routes);
        AcknowledgeEventsCase.Map(routes);
        ReadDeliveries.Map(routes);
    }

    public override void Subscribe(Platform.Subscriptions on)
    {
        on.Sharing();
        on.All<TakeIntoLog>();
    }
}
