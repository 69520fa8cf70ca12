namespace Coordination.Client;

/// <summary>How a client waits and repeats.</summary>
public sealed record ClientOptions
{
    /// <summary>How long one call may take, with all its repetitions. A caller's own cancellation ends it earlier.</summary>
    public TimeSpan Deadline { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause before the first repetition where the region names none; it doubles each time.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest such pause.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>After how long without a sign of life a stream is opened again. A region gives one every 15 seconds.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(45);

    /// <summary>The language of problem titles (<c>Accept-Language</c>); null for the region's own.</summary>
    public string? Language { get; init; }

    /// <summary>The time by which it waits.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>A number from 0 to 1, another one each time: what spreads the repetitions of many clients.</summary>
    internal Func<double> Chance { get; init; } = Random.Shared.NextDouble;
}
