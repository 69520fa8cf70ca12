namespace Coordination.Platform;

/// <summary>The bus seam: those who take the events of this service. Embedded, they are the consumers in the same process; distributed, one is the broker.</summary>
internal interface IEventBus
{
    /// <summary>All receivers; fixed once the process runs.</summary>
    IReadOnlyList<IEventReceiver> Receivers { get; }
}

/// <summary>Takes events. A task that ends well means: taken or set aside, durably. Giving an event again is harmless.</summary>
internal interface IEventReceiver
{
    /// <summary>Its name; the relay keeps a cursor under it.</summary>
    string Name { get; }

    /// <summary>The event types it takes, sorted, separated by a blank; <c>*</c> for all.</summary>
    string Types { get; }

    /// <summary>True when it takes events of the type.</summary>
    bool Takes(string type);

    /// <summary>Hands over events in order.</summary>
    Task TakeAsync(IReadOnlyList<ReceivedEvent> events, CancellationToken ct);
}

/// <summary>The bus of one process: every module's consumer registers before anything starts.</summary>
internal sealed class LocalBus : IEventBus
{
    private readonly List<IEventReceiver> receivers = [];

    public IReadOnlyList<IEventReceiver> Receivers => receivers;

    internal void Register(IEventReceiver receiver) => receivers.Add(receiver);
}
