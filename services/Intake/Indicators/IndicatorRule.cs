using System.ComponentModel.DataAnnotations;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Intake.Indicators;

/// <summary>From which value on an indicator stands at a level.</summary>
/// <param name="Level">Advisory to Red.</param>
/// <param name="Value">In the unit of the kind; percent of the capacity for a crowd.</param>
public sealed record Threshold(IndicatorState Level, [property: Range(-1e9, 1e9)] double Value)
{
    /// <summary>Null when levels and values grow together.</summary>
    internal static Refusal? Refuse(IReadOnlyList<Threshold> thresholds)
    {
        for (var i = 0; i < thresholds.Count; i++)
        {
            var (level, value) = thresholds[i];
            if (level is < IndicatorState.Advisory or > IndicatorState.Red)
                return Refusal.Invalid($"/thresholds/{i}/level", "threshold-level", "Must be Advisory, Blue, Yellow, Orange or Red.");
            if (i > 0 && (level <= thresholds[i - 1].Level || !(value > thresholds[i - 1].Value)))
                return Refusal.Invalid($"/thresholds/{i}", "threshold-order", "Levels and values must grow from one to the next.");
        }
        return thresholds.Count == 0 ? Refusal.Invalid("/thresholds", "no-thresholds", "The package names no levels for this kind: give them.") : null;
    }
}

/// <summary>Levels of a kind of indicator, and how long it must be below them to be clear. Jurisdiction data.</summary>
internal sealed class IndicatorRule
{
    public IndicatorKind Kind { get; set; }
    public double ClearAfterMinutes { get; set; }
    public List<IndicatorLevel> Thresholds { get; set; } = [];

    internal IReadOnlyList<Threshold> Levels() => [.. Thresholds.Select(t => new Threshold(t.Level, t.Value))];
}

/// <summary>One level in the package.</summary>
internal sealed class IndicatorLevel
{
    public IndicatorState Level { get; set; }
    public double Value { get; set; }
}
