using System.Diagnostics;

namespace Coordination.Bench;

/// <summary>How long something took.</summary>
internal static class Clocked
{
    /// <summary>In milliseconds.</summary>
    internal static async Task<double> OnceAsync(Func<Task> once)
    {
        var start = Stopwatch.GetTimestamp();
        await once();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
