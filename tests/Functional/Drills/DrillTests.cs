using Coordination.CommandLine.Audit;
using Coordination.CommandLine.Drills;
using Coordination.CommandLine.Regions;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Drills;

/// <summary>The shipped drills against a whole region, over its public API.</summary>
public abstract class DrillTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : DrillTests(region), IClassFixture<EmbeddedRegion>
    {
        [Fact]
        public async Task The_chains_of_a_region_that_played_a_drill_verify_and_a_flipped_byte_is_named()
        {
            var drill = ShippedDrills.Read(ShippedDrills.Names.First(n => n.StartsWith("e4", StringComparison.Ordinal)));
            await new DrillRun(drill, RegionClient.At(region.Address), new Unwatched()).PlayAsync(5, TestContext.Current.CancellationToken);
            await region.QuietAsync();
            var copy = Directory.CreateTempSubdirectory("coordination-copy-").FullName;
            try
            {
                foreach (var file in Directory.GetFiles(region.Folder, "*.db*")) Copy(file, Path.Combine(copy, Path.GetFileName(file)));
                using (var text = new StringWriter()) Assert.True(await VerifyAudit.RunAsync(copy, text, CancellationToken.None) == 0, text.ToString());
                using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(copy, "command.db")};Pooling=False"))
                {
                    connection.Open();
                    using var flip = connection.CreateCommand();
                    flip.CommandText = "UPDATE journal SET data = CAST(replace(CAST(data AS TEXT), 'County', 'Countx') AS BLOB) WHERE position = 4; UPDATE journal SET header = header || x'20' WHERE position = 4";
                    flip.ExecuteNonQuery();
                }
                using var found = new StringWriter();
                Assert.Equal(1, await VerifyAudit.RunAsync(copy, found, CancellationToken.None));
                Assert.Contains("command.db: position 4:", found.ToString(), StringComparison.Ordinal);
            }
            finally
            {
                Directory.Delete(copy, recursive: true);
            }
        }

        private static void Copy(string from, string to)
        {
            using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var target = File.Create(to);
            source.CopyTo(target);
        }
    }

    /// <summary>On a region in one process each drill is played by <see cref="MutationTests"/>, on the way to its causes.</summary>
    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : DrillTests(region)
    {
        private readonly Region region = region;

        public static TheoryData<string> Shipped => [.. ShippedDrills.Names];

        [Theory]
        [MemberData(nameof(Shipped))]
        public async Task A_shipped_drill_passes_and_its_canaries_are_in_no_event(string name)
        {
            var drill = ShippedDrills.Read(name);
            await PassedAsync(region, await new DrillRun(drill, RegionClient.At(region.Address), new Unwatched()).PlayAsync(drill.Steps.Count, TestContext.Current.CancellationToken));
        }
    }

    /// <summary>Everything is met, and what was entrusted to a service in words stands in no event.</summary>
    internal static async Task PassedAsync(Region region, Evaluation evaluation)
    {
        Assert.True(evaluation.IsGood, string.Join('\n', evaluation.Findings.Where(f => f.Outcome is not Outcome.Met and not Outcome.NotRun).Select(f => $"line {f.Line}: {f.Says}: {f.Outcome} {f.Detail}").Prepend(evaluation.Broken ?? "")));
        var auditor = region.As("audit", Roles.Auditor);
        for (var cursor = "0"; ;)
        {
            using var answer = await auditor.GetAsync($"/v1/events?exercise={evaluation.Exercise}&limit=100&cursor={cursor}");
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            foreach (var canary in evaluation.Drill.Canaries) Assert.False(text.Contains(canary.Value, StringComparison.Ordinal), $"the canary {canary.Key} stands in an event");
            using var page = System.Text.Json.JsonDocument.Parse(text);
            if (!page.RootElement.TryGetProperty("next", out var more) || more.GetString() is not { } next) break;
            cursor = next;
        }
    }

    [Fact]
    public async Task The_tail_of_events_resumes_where_it_ended()
    {
        var drill = ShippedDrills.Read(ShippedDrills.Names.First(n => n.StartsWith("e1", StringComparison.Ordinal)));
        var evaluation = await new DrillRun(drill, RegionClient.At(region.Address), new Unwatched()).PlayAsync(2, TestContext.Current.CancellationToken);
        var path = $"/v1/events?exercise={evaluation.Exercise}";
        using var whole = new StringWriter();
        await TailEvents.FollowAsync(RegionClient.At(region.Address), path, 0, 6, whole, null, TestContext.Current.CancellationToken);
        var lines = whole.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(6, lines.Length);
        var third = (await RegionClient.At(region.Address).ReadAllAsync(Observers.Control, $"{path}&limit=100", TestContext.Current.CancellationToken))[2]["position"]!.GetValue<long>();
        using var rest = new StringWriter();
        await TailEvents.FollowAsync(RegionClient.At(region.Address), path, third, 3, rest, null, TestContext.Current.CancellationToken);
        Assert.Equal(lines[3..], rest.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }
}
