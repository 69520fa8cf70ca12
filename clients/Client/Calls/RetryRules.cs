namespace Coordination.Client.Calls;

/// <summary>What passes by itself, and how long it is waited for.</summary>
internal static class RetryRules
{
    /// <summary>Too many calls, a service or its storage away, a full disk, a first call of the same key under way, an exercise that has not got about yet.</summary>
    internal static bool Passes(Problem problem) => problem.Status switch
    {
        409 => problem.Rule is "idempotency-in-flight" or "exercise-unknown",
        429 or 502 or 503 or 504 or 507 => true,
        _ => false,
    };

    /// <summary>
    /// Never shorter than the region asks; otherwise twice as long each time, between half of it and all of it, so that many who were cut off together do
    /// not come back together.
    /// </summary>
    /// <param name="options">First and longest pause.</param>
    /// <param name="attempt">How many times it was tried, from 1.</param>
    /// <param name="asked">What the region asks.</param>
    internal static TimeSpan Pause(ClientOptions options, int attempt, TimeSpan? asked)
    {
        var full = options.FirstPause * Math.Pow(2, Math.Min(attempt - 1, 30));
        if (full > options.LongestPause) full = options.LongestPause;
        var spread = options.Chance();
        return asked is { } least && least > TimeSpan.Zero ? least + full * spread / 2 : full * (0.5 + spread / 2);
    }
}
