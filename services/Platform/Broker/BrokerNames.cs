namespace Coordination.Platform;

/// <summary>Names at the broker. Exchanges are named after event types, queues and users after instances.</summary>
internal static class BrokerNames
{
    internal const string ContentType = "application/cloudevents+json";

    /// <summary>Header: the event's place in its source's journal.</summary>
    internal const string Position = "position";

    /// <summary>Header: JSON map of event type to the position before this one with the same subject.</summary>
    internal const string Previous = "previous";

    /// <summary>The exchange on which a consumer asks all services for events that were before it came.</summary>
    internal const string History = "coordination.history";

    /// <summary>The user that may speak for a source: <c>region/agency/service</c>; null when it is no source.</summary>
    internal static string? UserOf(string source) => source.Split('/') switch
    {
        [_, "region", var service] => service,
        [_, var agency, var service] => $"{service}@{agency}",
        _ => null,
    };
}
