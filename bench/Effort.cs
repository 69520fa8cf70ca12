using System.Diagnostics;

namespace Coordination.Bench;

/// <summary>How much is measured, and until when: every benchmark ends, also on a machine that is slow today.</summary>
internal sealed class Effort(bool isQuick, CancellationToken ct)
{
    /// <summary>So many rounds are taken however long they last: with fewer there is no interval.</summary>
    private const int Fewest = 5;

    /// <summary>Ends when the benchmark's time is over.</summary>
    internal CancellationToken Ct => ct;

    /// <summary>After this, a benchmark is stopped and reported as failed; the start of its processes is inside.</summary>
    internal static TimeSpan LimitOf(bool isQuick) => isQuick ? TimeSpan.FromMinutes(2) : TimeSpan.FromMinutes(15);

    /// <summary>After this, benchmarks that have not begun are reported as not run.</summary>
    internal static TimeSpan LimitOfAll(bool isQuick) => isQuick ? TimeSpan.FromMinutes(12) : TimeSpan.FromHours(2);

    internal T Of<T>(T quick, T whole) => isQuick ? quick : whole;

    /// <summary>The numbers of the rounds. Where they last long, fewer are taken; the interval shows what that costs.</summary>
    internal IEnumerable<int> Rounds(int quick, int whole)
    {
        var (since, span) = (Stopwatch.StartNew(), Of(TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(5)));
        for (var n = 0; n < Of(quick, whole) && (n < Fewest || since.Elapsed < span); n++)
        {
            ct.ThrowIfCancellationRequested();
            yield return n;
        }
    }

    /// <summary>Median of some in a row, in milliseconds.</summary>
    internal async Task<double> MedianAsync(int count, Func<Task> once)
    {
        var took = new List<double>();
        for (var n = 0; n < count; n++)
        {
            ct.ThrowIfCancellationRequested();
            took.Add(await Clocked.OnceAsync(once));
        }
        return Sample.Median(took);
    }

    /// <summary>Not measured: so many of each as it takes until code is compiled and connections are open.</summary>
    internal Task WarmAsync(int quick, int whole, Func<Task> once) => MedianAsync(Of(quick, whole), once);
}
