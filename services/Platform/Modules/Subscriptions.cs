using System.Reflection;
using Coordination.Contracts;
using Coordination.Contracts.Events;

namespace Coordination.Platform;

/// <summary>The events a service takes. Each is handled once, in order for its subject, in the service's own transaction.</summary>
public sealed class Subscriptions
{
    private readonly Dictionary<string, List<Handling>> byType = new(StringComparer.Ordinal);
    private readonly List<Handling> any = [];

    /// <summary>Handles one event type. Several handlers of one type run in the order of declaration, in one transaction.</summary>
    public void Event<TEvent, THandler>() where TEvent : class, IEvent where THandler : class, IHandle<TEvent>
    {
        var type = EventTypes.NameOf(typeof(TEvent));
        if (!byType.TryGetValue(type, out var list)) byType[type] = list = [];
        list.Add(new(typeof(THandler), (handler, received, context, ct) =>
            ((IHandle<TEvent>)handler).HandleAsync(received.Read<TEvent>(), context, ct)));
    }

    /// <summary>Keeps, from what Command says, who may see which subject (<see cref="Sharing"/>).</summary>
    public void Sharing()
    {
        Event<IncidentOpened, OnSharing>();
        Event<ParticipantJoined, OnSharing>();
        Event<IncidentShared, OnSharing>();
        Event<AuthorityGranted, OnSharing>();
        Event<AuthorityEnded, OnSharing>();
    }

    /// <summary>Handles every event of the region, whatever its type.</summary>
    public void All<THandler>() where THandler : class, IHandleAny =>
        any.Add(new(typeof(THandler), (handler, received, context, ct) => ((IHandleAny)handler).HandleAsync(received, context, ct)));

    internal bool TakesAll => any.Count > 0;
    internal IReadOnlySet<string> Types => byType.Keys.ToHashSet(StringComparer.Ordinal);
    internal bool Takes(string type) => TakesAll || byType.ContainsKey(type);
    internal IEnumerable<Handling> For(string type) => byType.TryGetValue(type, out var list) ? list.Concat(any) : any;
    internal IEnumerable<Type> Handlers => byType.Values.SelectMany(l => l).Concat(any).Select(h => h.Handler).Distinct();

    internal sealed record Handling(Type Handler, Func<object, ReceivedEvent, EventContext, CancellationToken, Task> Run);
}

/// <summary>Handles one event type. Throwing has it tried again, then set aside so that its subject waits and others go on.</summary>
/// <typeparam name="TEvent">The event record.</typeparam>
public interface IHandle<in TEvent> where TEvent : IEvent
{
    /// <summary>Changes state through the service's context; Platform commits it with the inbox row.</summary>
    Task HandleAsync(TEvent e, EventContext context, CancellationToken ct);
}

/// <summary>Handles every event without knowing its type.</summary>
public interface IHandleAny
{
    /// <inheritdoc cref="IHandle{TEvent}.HandleAsync"/>
    Task HandleAsync(ReceivedEvent e, EventContext context, CancellationToken ct);
}

internal static class EventTypes
{
    internal static string NameOf(Type type) => Of(type).Name;

    internal static EventTypeAttribute Of(Type type) => type.GetCustomAttribute<EventTypeAttribute>()
        ?? throw new InvalidOperationException($"{type} has no [EventType]");
}
