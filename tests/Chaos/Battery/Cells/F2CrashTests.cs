using Coordination.Platform;

namespace Coordination.Tests.Chaos;

/// <summary>F2: the process dies exactly where it is least welcome. The short form plays a sample; the whole reaches every failpoint there is.</summary>
[Collection(typeof(OneProcess))]
public sealed class F2CrashTests(ITestOutputHelper output)
{
    private const int Most = 4;

    public static TheoryData<string> Points => [.. CrashPoint.Played.Select(p => p.Name)];

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_crash_at_a_named_place_loses_nothing_and_doubles_nothing(string name)
    {
        var point = CrashPoint.All.Single(p => p.Name == name);
        // Where it happens rarely, the first time; elsewhere one of the first few, by the seed.
        var nth = point.Arrangement is Arrangement.None or Arrangement.Broker && !name.StartsWith("migrate.", StringComparison.Ordinal) && name != "lease.taken"
            ? 1 + BatteryOptions.RandomOf(name).Next(Most) : name == "migrate.statement" ? 10 : 1;
        await using var cell = new CrashCell(point, nth, output);
        var cells = await cell.RunAsync();
        Assert.True(cells.All(c => c.Holds), RegionCheck.Report(cells.Where(c => !c.Holds)));
    }

    [Fact]
    public void Every_failpoint_of_the_product_is_reached_by_the_whole_battery()
    {
        Assert.Equal(Failpoint.Names.Order(StringComparer.Ordinal), CrashPoint.All.Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.True(CrashPoint.All.Count >= 20);
    }

    [Theory]
    [InlineData("write.aftercommit")]
    [InlineData("write.after-commit:0")]
    [InlineData("write.after-commit:1:2")]
    public async Task A_process_that_is_to_die_nowhere_known_refuses_to_start(string point)
    {
        var folder = Directory.CreateTempSubdirectory("coordination-crash-").FullName;
        await using (var host = new HostProcess(folder))
        {
            host.Environment["COORDINATION_FAILPOINT"] = point;
            host.Start();
            await Until.TrueAsync(() => !host.IsRunning, Healing.Limit, () => "it runs");
            await Until.TrueAsync(() => host.Said.Contains("Cannot start: COORDINATION_FAILPOINT", StringComparison.Ordinal), Healing.Limit, () => host.Said);
        }
        Directory.Delete(folder, recursive: true);
    }
}
