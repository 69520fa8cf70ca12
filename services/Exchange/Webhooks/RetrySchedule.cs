namespace Coordination.Exchange.Webhooks;

/// <summary>
/// When a delivery is tried again: densely in the first hour, because an emergency does not wait for a receiver that restarts, then over more than three
/// days. Each pause varies by a fifth, so that receivers that failed together are not called together.
/// </summary>
internal static class RetrySchedule
{
    internal static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(30), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    private static readonly TimeSpan Longest = TimeSpan.FromHours(24);

    /// <summary>The pause after so many failed attempts; null when there is no next one.</summary>
    /// <param name="attempts">From 1.</param>
    /// <param name="chance">From 0 to 1.</param>
    /// <param name="asked">How long the other side asks to be left alone; no more than a day is granted.</param>
    internal static TimeSpan? After(int attempts, double chance, TimeSpan? asked)
    {
        if (attempts > Pauses.Length) return null;
        var pause = Pauses[attempts - 1] * (0.8 + (0.4 * chance));
        return asked > pause ? asked < Longest ? asked : Longest : pause;
    }
}
