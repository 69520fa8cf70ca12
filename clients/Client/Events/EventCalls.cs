using System.Runtime.CompilerServices;
using Coordination.Client.Calls;

namespace Coordination.Client.Events;

/// <summary>The region's log.</summary>
public sealed class EventCalls
{
    private readonly RegionCalls calls;

    internal EventCalls(RegionCalls calls) => this.calls = calls;

    /// <summary>
    /// Every event after a position, and then new ones as they come, until the caller cancels: in order, each once, none missed. A stream that breaks is opened
    /// again after the last event that was given. Only a refusal ends it.
    /// </summary>
    /// <param name="after">Position of the last event that you are done with; 0 for the beginning.</param>
    /// <param name="filter">Which events; null for all.</param>
    /// <param name="ct">Ends it.</param>
    /// <exception cref="ProblemException">The region does not give its log to this caller.</exception>
    public async IAsyncEnumerable<RegionEvent> FollowAsync(long after = 0, EventFilter? filter = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var (position, cloudEvent) in FollowAsync((filter ?? new()).Path, after, ct).ConfigureAwait(false)) yield return RegionEvent.Read(position, cloudEvent);
    }

    /// <summary>The same, each as it is on the wire, for who passes them on.</summary>
    internal async IAsyncEnumerable<(long Position, string CloudEvent)> FollowAsync(string path, long after, [EnumeratorCancellation] CancellationToken ct)
    {
        await using var stream = new EventStream(calls, path, after);
        while (true) yield return await stream.NextAsync(ct).ConfigureAwait(false);
    }

    /// <summary>The events after a position that are there now, page after page.</summary>
    /// <param name="after">Position of the last event that you are done with; 0 for the beginning.</param>
    /// <param name="filter">Which events; null for all.</param>
    /// <param name="ct">Ends it.</param>
    public async IAsyncEnumerable<RegionEvent> ReadAsync(long after = 0, EventFilter? filter = null, [EnumeratorCancellation] CancellationToken ct = default)
    {
        await foreach (var e in calls.PagesAsync<EventAt>(Query.With((filter ?? new()).Path, ("after", after), ("limit", 200)), ct).ConfigureAwait(false))
            yield return RegionEvent.Of(e.Position, e.Event);
    }

    private sealed record EventAt(long Position, CloudEvent Event);
}
