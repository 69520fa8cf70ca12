namespace Coordination.Bench;

/// <summary>A measured figure.</summary>
/// <param name="Name">What.</param>
/// <param name="Unit">ms, MB, status.</param>
/// <param name="Ours">Median of ours.</param>
/// <param name="Floor">Median of the twin in the same run; null where the goal is absolute.</param>
/// <param name="Goal">Bound on <see cref="Ratio"/>, or on <see cref="Ours"/> where there is no twin.</param>
internal sealed record Result(string Name, string Unit, double Ours, double? Floor, double Goal)
{
    /// <summary>Median of the ratios of the rounds.</summary>
    public double? Ratio { get; init; }

    /// <summary>Lower and upper quartile of the ratios.</summary>
    public (double Low, double High)? Quartiles { get; init; }

    /// <summary>Bootstrap 90 % interval of the ratio: a goal is missed only when all of it is beyond.</summary>
    public (double Low, double High)? Interval { get; init; }

    /// <summary>True where more is better.</summary>
    public bool AtLeast { get; init; }

    /// <summary>Why the figure is not published, or what could not be run; then no goal is met.</summary>
    public string? Refused { get; init; }

    public bool Met => Refused is null && (AtLeast ? (Interval?.High ?? Ratio ?? Ours) >= Goal : (Interval?.Low ?? Ratio ?? Ours) <= Goal);

    internal static Result NotRun(string name, string why) => new(name, "", 0, null, 0) { Refused = why };
}
