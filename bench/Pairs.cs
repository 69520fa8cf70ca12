namespace Coordination.Bench;

/// <summary>Ours and the twin's, taken in alternating order, compared round by round.</summary>
internal sealed class Pairs
{
    /// <summary>A floor whose middle half lies further apart than this says nothing.</summary>
    private const double WidestSpread = 0.6;
    private readonly List<double> ours = [], floor = [];

    internal async Task TakeAsync(int round, Func<Task<double>> here, Func<Task<double>> there)
    {
        if (round % 2 == 0) ours.Add(await here());
        floor.Add(await there());
        if (round % 2 != 0) ours.Add(await here());
    }

    internal Result Result(string name, string unit, double goal, bool atLeast = false)
    {
        double[] ratios = [.. ours.Zip(floor, (o, f) => o / f)];
        return new(name, unit, Sample.Median(ours), Sample.Median(floor), goal)
        {
            Ratio = Sample.Median(ratios),
            Quartiles = (Sample.Quantile(ratios, 0.25), Sample.Quantile(ratios, 0.75)),
            Interval = Sample.Interval(ratios),
            AtLeast = atLeast,
            Refused = Sample.Spread(floor) > WidestSpread ? $"the floor's own quartiles lie {Sample.Spread(floor) * 100:0} % apart" : null,
        };
    }
}
