namespace Coordination.Bench;

/// <summary>Nothing is waited for without end: what does not come is named, with the last lines of who should have brought it.</summary>
internal static class Patience
{
    /// <summary>For one call, and for one event on its way to a stream.</summary>
    internal static readonly TimeSpan OfACall = TimeSpan.FromSeconds(30);

    /// <summary>For the start of a process, which a busy machine draws out.</summary>
    internal static readonly TimeSpan OfAStart = TimeSpan.FromSeconds(90);

    /// <summary>For a build.</summary>
    internal static readonly TimeSpan OfABuild = TimeSpan.FromMinutes(5);

    internal static HttpClient ClientOf(Uri address) => new() { BaseAddress = address, Timeout = OfACall };

    /// <exception cref="TimeoutException">Says what was waited for.</exception>
    internal static async Task ForAsync(Task awaited, TimeSpan limit, Func<string> what)
    {
        try
        {
            await awaited.WaitAsync(limit);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{what()} in {limit.TotalSeconds:0} s.", e);
        }
    }
}
