namespace Coordination.Tests.Functional.BadInput;

/// <summary>Tests that measure what their process holds in memory: they run when all others have ended, which would be counted with them.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class MeasuredAlone
{
    private const long Growth = 50L * 1024 * 1024;

    /// <summary>Bytes that are still held after everything that nobody holds was collected, finalizers run too.</summary>
    internal static long Held()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    /// <summary>Hostile input leaves at most 50 MiB behind (quality.md 2.7).</summary>
    internal static void AssertLittleGrowthSince(long before)
    {
        var grown = Held() - before;
        Assert.True(grown <= Growth, $"{grown / 1024 / 1024} MiB more are held");
    }
}
