namespace Coordination.Bench;

/// <summary>Contenders that want a unit at the same moment, four of them for each that is free. Every rush has fresh units.</summary>
internal sealed class Contention(IUnits units, int contenders, Effort effort)
{
    private readonly Queue<Guid> fresh = [];

    /// <summary>Units that more than one contender was given.</summary>
    internal int Doubled { get; private set; }

    /// <summary>Units that nobody was given, though they were free and wanted.</summary>
    internal int Refused { get; private set; }

    /// <summary>A quarter as many as contenders; a single contender finds one.</summary>
    private int Free => Math.Max(1, contenders / 4);

    /// <summary>Enters the units for as many rushes, before any clock runs.</summary>
    internal async Task PrepareAsync(int rushes)
    {
        foreach (var unit in await units.RegisterAsync(rushes * Free, effort.Ct)) fresh.Enqueue(unit);
    }

    /// <summary>All begin at once; over when the last has its answer.</summary>
    internal async Task RushAsync()
    {
        Guid[] free = [.. Enumerable.Range(0, Free).Select(_ => fresh.Dequeue())];
        Guid[] wanted = [.. Enumerable.Range(0, contenders).Select(n => free[n % Free])];
        var given = await Task.WhenAll(wanted.Select(units.TakeAsync));
        foreach (var unit in wanted.Zip(given).GroupBy(u => u.First, u => u.Second))
        {
            if (unit.Count(isGiven => isGiven) > 1) Doubled++;
            if (!unit.Any(isGiven => isGiven)) Refused++;
        }
    }

    /// <summary>Milliseconds for each contender, the median of some rushes.</summary>
    internal async Task<double> TakeAsync(int rushes) => await effort.MedianAsync(rushes, RushAsync) / contenders;
}
