using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Deferred;

/// <summary>Something that was set aside and waits for an operator.</summary>
/// <param name="Id">What names it in <c>show</c>, <c>retry</c> and <c>discard</c>.</param>
/// <param name="Where">The service that set it aside, or the queue that holds it.</param>
/// <param name="Type">Event type, as far as it is known.</param>
/// <param name="Source">Who wrote it.</param>
/// <param name="Error">Why it waits: a kind of failure, never words that a person wrote.</param>
/// <param name="Details">All that is known of it.</param>
internal sealed record DeferredItem(string Id, string Where, string Type, string Source, string Error, JsonNode Details);

/// <summary>A place where things wait for an operator.</summary>
internal interface IDeferredPlace
{
    Task<IReadOnlyList<DeferredItem>> ListAsync(CancellationToken ct);

    /// <summary>False when it is not here.</summary>
    Task<bool> RetryAsync(string id, CancellationToken ct);

    /// <summary>False when it is not here.</summary>
    Task<bool> DiscardAsync(string id, CancellationToken ct);
}
