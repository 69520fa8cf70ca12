using Coordination.Contracts.Events;
using Coordination.Intake;
using Coordination.Intake.Correlations;
using Coordination.Intake.Reports;
using Coordination.Platform;

namespace Coordination.Bench;

/// <summary>What a new report may belong to, looked for among 1,000, 10,000 and 100,000 open reports of one city within six hours.</summary>
internal sealed class Correlated : IBenchmark
{
    private static readonly int[] Sizes = [1000, 10_000, 100_000];
    private readonly CorrelationRule rule = new IntakeRules(PackageReader.Read("cn-default")).Correlation;
    private readonly DateTimeOffset now = DateTimeOffset.UtcNow;
    private readonly Random random = new(1);

    public string Name => "correlation";

    public async Task<IReadOnlyList<Result>> RunAsync(PublishedRegion region, Effort effort)
    {
        var looks = await GrownStore.LookAsync("intake.db", Sizes, Open, (db, _) => db.Add(Anywhere()), db => LookAsync(db, effort), effort.Ct);
        var least = Sample.Median(looks[0]);
        return [
            .. Sizes.Zip(looks, (size, took) => new Result($"correlation among {size:# ##0} reports, p99", "ms", Sample.Quantile(took, 0.99), null, 50)),
            new("correlation, 100 times as many reports take so many times as long", "×", Sample.Median(looks[^1]) / least, null, 2),
        ];
    }

    private async Task<List<double>> LookAsync(IntakeDb db, Effort effort)
    {
        var took = new List<double>();
        foreach (var _ in Enumerable.Range(0, 20)) await Likeness.FindAsync(Anywhere(), db, rule, effort.Ct);
        for (var n = 0; n < effort.Of(300, 2000); n++)
        {
            var report = Anywhere();
            took.Add(await Clocked.OnceAsync(async () =>
            {
                if ((await Likeness.FindAsync(report, db, rule, effort.Ct)).Count > 5) throw new InvalidOperationException("More than five were found.");
            }));
        }
        return took;
    }

    /// <summary>A report from a city of sixty kilometres, most of them from its middle.</summary>
    private Report Anywhere()
    {
        var place = new Place("220202", 43.8 + Off(), 126.6 + Off());
        var at = now.AddMinutes(-random.Next(300));
        var (report, refusal) = Report.Receive(
            new NewReport(Guid.CreateVersion7(), ReportKind.Initial, ReportSource.Institution, ReportChannel.Online, null, null, "police", "jilin-duty", IncidentCategory.NaturalDisaster, place, at,
                new ReportContent(at, EventKind.FloodOrDrought, Situation: "Water in the cellar.")), new ReportContentRules([]), at);
        return report ?? throw new InvalidOperationException(refusal!.Detail);
    }

    private double Off() => (random.NextDouble() + random.NextDouble() - 1) * 0.27;

    private static IntakeDb Open(SqliteStore store) => new(StorageSetup.Options<IntakeDb>(store, "bench/region/intake", null));
}
