namespace Coordination.Bench;

/// <summary>Ours and the twin's, taken in alternating order, compared round by round.</summary>
internal sealed class Pairs
{
    private readonly List<double> ours = [], floor = [];

    internal async Task TakeAsync(int round, Func<Task<double>> here, Func<Task<double>> there)
    {
        if (round % 2 == 0) ours.Add(await here());
        floor.Add(await there());
        if (round % 2 != 0) ours.Add(await here());
    }

    internal Result Result(string name, string unit, double goal) =>
        new(name, unit, Sample.Median(ours), Sample.Median(floor), goal, Sample.Low([.. ours.Zip(floor, (o, f) => o / f)]));
}
