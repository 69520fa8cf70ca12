using Coordination.Platform;
using Coordination.PublicInformation;
using Coordination.PublicInformation.Cap;

namespace Coordination.Bench;

/// <summary>What is in force at a point of a country, among ever more stored alerts, a thousand of them in force.</summary>
internal sealed class AlertsInForce : IBenchmark
{
    private readonly DateTimeOffset now = DateTimeOffset.UtcNow;
    private readonly Random random = new(1);

    public string Name => "alerts";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        int[] sizes = [10_000, 100_000, effort.Of(100_000, 1_000_000)];
        sizes = [.. sizes.Distinct()];
        var looks = await GrownStore.LookAsync("public-information.db", sizes, Open, (db, n) => Put(db, isInForce: n < sizes[0] && n % 10 == 0), db => LookAsync(db, effort), effort.Ct);
        return [
            .. sizes.Zip(looks, (size, took) => new Result($"alerts in force at a point among {size:# ##0}, p99", "ms", Sample.Quantile(took, 0.99), null, 20)),
            new($"alerts, {sizes[^1] / sizes[0]} times as many take so many times as long", "×", Sample.Median(looks[^1]) / Sample.Median(looks[0]), null, 2),
        ];
    }

    private async Task<List<double>> LookAsync(PublicInformationDb db, Effort effort)
    {
        var (took, found) = (new List<double>(), 0);
        for (var n = 0; n < effort.Of(300, 2000) + 20; n++)
        {
            var where = new CapWhere(Latitude(), Longitude());
            var once = await Clocked.OnceAsync(async () => found += (await ActiveSet.FindAsync(db, where, "GB/T 2260", null, now, effort.Ct)).Hits.Count);
            if (n >= 20) took.Add(once);
        }
        return found > 0 ? took : throw new InvalidOperationException("No alert was in force anywhere.");
    }

    private void Put(PublicInformationDb db, bool isInForce)
    {
        var (latitude, longitude, sent) = (Latitude(), Longitude(), now.AddHours(isInForce ? -1 : -random.Next(48, 10_000)));
        var shape = CapShape.Polygon([.. Enumerable.Range(0, 21).SelectMany(n => (double[])[latitude + (0.5 * Math.Sin(n * Math.PI / 10)), longitude + (0.5 * Math.Cos(n * Math.PI / 10))])]);
        var message = CapMessage.Take(
            Guid.CreateVersion7(),
            new("met@example.org", $"{Guid.NewGuid()}", sent)
            {
                Status = CapStatus.Actual, MessageType = CapMessageType.Alert, Scope = CapScope.Public, Shapes = [shape],
                Infos = [new("en", "Flood", ["Met"], [], "Immediate", "Severe", "Likely", "Met office", "Flood in the valley", "The water rises.", "Go up.", null, null, null, sent.AddHours(24), ["Valley"])],
            },
            new(null, "county", "region", false, null, true, TimeSpan.FromHours(24)), sent);
        db.Add(message);
        foreach (var key in CapCells.Of(shape.Box)) db.Add(new CapPlace { Id = Guid.CreateVersion7(), MessageId = message.Id, Key = key, StartsAt = message.StartsAt, EndsAt = message.EndsAt });
    }

    private double Latitude() => 20 + (random.NextDouble() * 30);

    private double Longitude() => 80 + (random.NextDouble() * 50);

    private static PublicInformationDb Open(SqliteStore store) => new(StorageSetup.Options<PublicInformationDb>(store, "bench/region/public-information", null));
}
