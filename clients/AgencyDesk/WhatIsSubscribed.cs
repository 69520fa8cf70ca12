namespace Coordination.AgencyDesk;

/// <summary>
/// What the sidecar asks for at its start. A key is given, because Dapr's empty default is one that the broker refuses; and a quorum queue, which hands over
/// dead letters without loss. The agency's own topic is subscribed by <c>k8s/dapr/notices.yaml</c>: both ways are Dapr's.
/// </summary>
internal static class WhatIsSubscribed
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/dapr/subscribe", (DeskOptions options) => new[]
    {
        new
        {
            pubsubname = DeskOptions.PubSub,
            topic = DeskOptions.Events,
            routes = new { @default = TakeEvent.Path },
            metadata = new { routingKey = $"{options.Agency}.#", queueType = "quorum" },
        },
    });
}
