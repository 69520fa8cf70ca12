using System.Globalization;

namespace Coordination.Tests.Chaos;

/// <summary>How the battery is played: <c>COORDINATION_SEED</c> and <c>COORDINATION_BATTERY=whole</c> of the environment.</summary>
internal static class BatteryOptions
{
    private const int Default = 20261127;

    /// <summary>Decides what is struck, when and in which order. The machine's own timing stays its own.</summary>
    internal static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("COORDINATION_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Default;

    /// <summary>The whole battery; otherwise the short form of every run.</summary>
    internal static bool IsWhole { get; } = Environment.GetEnvironmentVariable("COORDINATION_BATTERY") == "whole";

    /// <summary>Where the published programs of an older release are, to be played beside these (<c>COORDINATION_OLDER</c>); null without.</summary>
    internal static string? Older { get; } = Environment.GetEnvironmentVariable("COORDINATION_OLDER") is { Length: > 0 } folder ? Path.GetFullPath(folder) : null;

    /// <summary>A cell's own random numbers: another cell before it changes none of them.</summary>
    internal static Random RandomOf(string cell) => new(cell.Aggregate(Seed, (hash, letter) => unchecked(hash * 31 + letter)));

    /// <summary>What the short form plays, and what only the whole adds.</summary>
    internal static IEnumerable<T> Pick<T>(IEnumerable<T> always, IEnumerable<T> whole) => IsWhole ? always.Concat(whole) : always;
}
