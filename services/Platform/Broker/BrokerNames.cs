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

    /// <summary>The one exchange in the virtual host of an owner outside.</summary>
    internal const string Topic = "events";

    /// <summary>Header of what is published there: the event's place in the publisher's log.</summary>
    internal const string LogPosition = "coordination-position";

    /// <summary>The virtual host of an owner outside, beside the region's own.</summary>
    internal static string VirtualHostOf(string region, string owner) => $"{region}.{owner}";

    /// <summary>The queue of an instance: its name, with a point for the at sign, which MassTransit takes in no name.</summary>
    internal static string QueueOf(string instance) => instance.Replace('@', '.');

    /// <summary>The only source that a user may speak for: users are named after instances.</summary>
    internal static string SourceOf(string region, string user) =>
        user.Split('@') is [var service, var agency] ? $"{region}/{agency}/{service}" : $"{region}/region/{user}";
}
