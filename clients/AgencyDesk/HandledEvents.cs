using System.Collections.Concurrent;

namespace Coordination.AgencyDesk;

/// <summary>
/// Ids of events that are done: each may come more than once. An app with effects of its own keeps the id with the effect, in its database; here the region
/// itself makes nothing of a repetition, because the event's id is the call's idempotency key.
/// </summary>
internal sealed class HandledEvents
{
    private readonly ConcurrentDictionary<string, bool> ids = new(StringComparer.Ordinal);

    internal bool Knows(string id) => ids.ContainsKey(id);

    internal void Add(string id) => ids[id] = true;
}
