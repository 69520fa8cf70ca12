using System.Collections.Frozen;

namespace Coordination.Contracts;

/// <summary>
/// Who writes and who takes which event, as data: what a broker's exchanges, bindings and permissions are made from without any service's code.
/// <c>events/takes.txt</c> is made from the services by a test.
/// </summary>
public static class EventFlow
{
    private const string OfEveryService = "clocks";

    /// <summary>Every event type, sorted.</summary>
    public static IReadOnlyList<string> Types { get; } =
        [.. EventTypeAttribute.All.Select(t => t.Said.Name).Order(StringComparer.Ordinal)];

    private static readonly FrozenDictionary<string, string[]> Takes = Read();

    /// <summary>The event types that a service takes; all of them for one that takes everything.</summary>
    /// <param name="service">Name of the service, without the agency.</param>
    public static IReadOnlyList<string> TakenBy(string service) =>
        !Takes.TryGetValue(service, out var types) ? [] : types is ["*"] ? Types : types;

    /// <summary>True when the service may write the event type: its name begins with the service's, or every service writes it.</summary>
    /// <param name="service">Name of the service, without the agency.</param>
    /// <param name="type">Event type.</param>
    public static bool MayWrite(string service, string type) => (type ?? "").Split('.')[0] is var owner && (owner == service || owner == OfEveryService);

    /// <summary>The services that take events.</summary>
    public static IReadOnlyList<string> Services { get; } = [.. Takes.Keys.Order(StringComparer.Ordinal)];

    private static FrozenDictionary<string, string[]> Read()
    {
        using var lines = new StreamReader(typeof(EventFlow).Assembly.GetManifestResourceStream("events/takes.txt")!);
        return lines.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' '))
            .GroupBy(l => l[0], l => l[1], StringComparer.Ordinal).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }
}
