namespace Coordination.Tests.Chaos;

/// <summary>All waiting of the battery: for a condition, up to a limit that says what did not come; and for as long as a fault is to last.</summary>
internal static class Until
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);

    internal static Task TrueAsync(Func<bool> condition, TimeSpan patience, Func<string> otherwise) => TrueAsync(() => Task.FromResult(condition()), patience, otherwise);

    /// <param name="condition">What is waited for.</param>
    /// <param name="patience">For how long.</param>
    /// <param name="otherwise">What did not come.</param>
    /// <param name="step">Between two looks that are work for whoever is looked at.</param>
    internal static async Task TrueAsync(Func<Task<bool>> condition, TimeSpan patience, Func<string> otherwise, TimeSpan? step = null)
    {
        using var limit = new CancellationTokenSource(patience);
        while (!await condition())
        {
            if (limit.IsCancellationRequested) throw new TimeoutException(otherwise());
            await Task.Delay(step ?? Step, CancellationToken.None);
        }
    }

    /// <summary>How long a fault lasts, a process stands still, or a client waits before it tries again.</summary>
    internal static Task LastsAsync(TimeSpan time) => Task.Delay(time, CancellationToken.None);

    internal static Task AMomentAsync() => Task.Delay(Step, CancellationToken.None);
}
