using System.Diagnostics;

namespace Coordination.Bench;

/// <summary>How long something took.</summary>
internal static class Clocked
{
    /// <summary>Median of some in a row, in milliseconds.</summary>
    internal static async Task<double> MedianAsync(int count, Func<Task> once)
    {
        var took = new List<double>();
        for (var n = 0; n < count; n++) took.Add(await OnceAsync(once));
        return Sample.Median(took);
    }

    internal static async Task<double> OnceAsync(Func<Task> once)
    {
        var start = Stopwatch.GetTimestamp();
        await once();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
