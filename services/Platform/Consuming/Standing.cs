using System.Text.Json;

namespace Coordination.Platform;

/// <summary>How events stand with a consumer: one question to the store answers for all that came together.</summary>
internal sealed class Standing
{
    private readonly Dictionary<(string Source, long Position), Guid> done = [];
    private readonly Dictionary<(string Source, long Position), Guid> setAside = [];
    private readonly HashSet<(string Source, Guid Subject)> held = [];
    private readonly Subscriptions subscriptions;

    private Standing(Subscriptions subscriptions) => this.subscriptions = subscriptions;

    /// <summary>Asks the store.</summary>
    internal static async Task<Standing> AskAsync(ServiceDb db, string consumer, Subscriptions subscriptions, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var standing = new Standing(subscriptions);
        var sources = events.Select(e => e.Source).Distinct().ToArray();
        var positions = events.SelectMany(e => new[] { e.Position, standing.Before(e) }).Where(p => p > 0).Distinct().ToArray();
        var subjects = events.Select(e => e.Subject).Distinct().ToArray();
        var known = await ConsumerQueries.Standing.In(db)(db, consumer, sources, positions, subjects).ToListAsync(ct);
        foreach (var row in known.Where(k => k.IsDone)) standing.done[(row.Source, row.Position)] = row.EventId;
        foreach (var row in known.Where(k => !k.IsDone))
        {
            standing.setAside[(row.Source, row.Position)] = row.EventId;
            standing.held.Add((row.Source, row.Subject));
        }
        return standing;
    }

    internal bool IsSetAside(ReceivedEvent e) => setAside.ContainsKey((e.Source, e.Position));

    /// <summary>Handled, or discarded by an operator.</summary>
    internal bool IsDone(ReceivedEvent e) => done.ContainsKey((e.Source, e.Position));

    /// <summary>Its place was taken by another event: the sender's journal was restored or forked.</summary>
    internal bool IsForked(ReceivedEvent e) =>
        (done.TryGetValue((e.Source, e.Position), out var id) || setAside.TryGetValue((e.Source, e.Position), out id)) && id != e.Id;

    /// <summary>The position that it must wait for, or null.</summary>
    internal long? WaitsFor(ReceivedEvent e) => Before(e) is > 0 and var before && !done.ContainsKey((e.Source, before)) ? before : null;

    /// <summary>True when another event of its subject is set aside, and perhaps waits for this one.</summary>
    internal bool IsHeld(ReceivedEvent e) => held.Contains((e.Source, e.Subject));

    /// <summary>From now on it counts as handled.</summary>
    internal void Handle(ReceivedEvent e) => done[(e.Source, e.Position)] = e.Id;

    /// <summary>The last earlier event of the subject that this consumer takes; 0 when there is none.</summary>
    private long Before(ReceivedEvent e) =>
        JsonSerializer.Deserialize<Dictionary<string, long>>(e.Previous)!.Where(p => subscriptions.Takes(p.Key)).Select(p => p.Value).DefaultIfEmpty().Max();
}
