namespace Coordination.CommandLine.Sandbox;

/// <summary>Something that came to the sandbox, or that the sandbox did.</summary>
/// <param name="At">When.</param>
/// <param name="Door">Where it came in: webhook, edxl-rm; or region, for what the sandbox did there.</param>
/// <param name="What">What it is, as far as that can be told.</param>
/// <param name="Status">How it was answered (HTTP).</param>
/// <param name="Why">What was made of it.</param>
/// <param name="Body">As it came.</param>
internal sealed record Arrival(DateTimeOffset At, string Door, string What, int Status, string Why, string Body);

/// <summary>The newest things that came, for whoever looks.</summary>
/// <param name="show">Is told of each.</param>
internal sealed class Inbox(Action<Arrival> show)
{
    private const int Most = 500;
    private readonly LinkedList<Arrival> kept = new();
    private readonly Lock gate = new();

    /// <summary>The newest first.</summary>
    internal IReadOnlyList<Arrival> Newest
    {
        get
        {
            lock (gate) return [.. kept];
        }
    }

    internal void Keep(Arrival arrival)
    {
        lock (gate)
        {
            kept.AddFirst(arrival);
            if (kept.Count > Most) kept.RemoveLast();
        }
        show(arrival);
    }
}
