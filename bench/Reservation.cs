namespace Coordination.Bench;

/// <summary>P4: 1, 8 and 64 contenders at once reserve units of which there are too few, beside the raw update and its event on the same server. None may be given twice.</summary>
internal sealed class Reservation : IBenchmark
{
    private const int Block = 20;
    private static readonly int[] Contenders = [1, 8, 64];

    public string Name => "reservation";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        var distributed = await region.DistributedAsync(effort);
        using var leased = await LeasedUnits.StartAsync(distributed.Address);
        await using var bare = await UnitTwin.OpenAsync(distributed.Database);
        var (rounds, warm) = effort.Of((10, 4), (30, 13));
        // The most contenders warm for all: they open every connection, too.
        Contention[] all = [await WarmAsync(leased, warm, effort), await WarmAsync(bare, warm, effort)];
        var races = new List<(int Contenders, int Rushes, Contention Ours, Contention Floor, Pairs Pairs)>();
        foreach (var contenders in Contenders)
        {
            var race = (Contenders: contenders, Rushes: Math.Max(1, Block / contenders), Ours: new Contention(leased, contenders, effort), Floor: new Contention(bare, contenders, effort), new Pairs());
            await race.Ours.PrepareAsync(rounds * race.Rushes);
            await race.Floor.PrepareAsync(rounds * race.Rushes);
            races.Add(race);
        }
        foreach (var round in effort.Rounds(rounds, rounds))
            foreach (var race in races)
                await race.Pairs.TakeAsync(round, () => race.Ours.TakeAsync(race.Rushes), () => race.Floor.TakeAsync(race.Rushes));
        if (races.Select(r => r.Floor).Append(all[1]).Any(f => f.Doubled + f.Refused > 0)) throw new InvalidOperationException("The floor itself did not give each unit once.");
        List<Contention> ours = [all[0], .. races.Select(r => r.Ours)];
        return [
            .. races.Select(r => r.Pairs.Result($"P4 reservation, {r.Contenders} contender{(r.Contenders == 1 ? "" : "s")}, per contender", "ms", 1.5)),
            new("P4 double allocations", "units", ours.Sum(c => c.Doubled), null, 0),
            new("P4 free units that nobody got", "units", ours.Sum(c => c.Refused), null, 0),
        ];
    }

    private static async Task<Contention> WarmAsync(IUnits units, int rushes, Effort effort)
    {
        var contention = new Contention(units, Contenders[^1], effort);
        await contention.PrepareAsync(rushes);
        for (var n = 0; n < rushes; n++) await contention.RushAsync();
        return contention;
    }
}
