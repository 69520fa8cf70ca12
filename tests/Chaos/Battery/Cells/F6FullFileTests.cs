using System.Net;
using System.Net.Http.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Chaos;

/// <summary>F6 in one process: the disk of the SQLite files is full.</summary>
[Collection(typeof(OneProcess))]
public sealed class F6FullFileTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_region_whose_disk_is_full_refuses_writes_with_507_or_503_answers_reads_and_goes_on_when_space_returns()
    {
        var ct = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("coordination-disk-").FullName;
        var (data, file) = (Path.Combine(folder, "data"), Path.Combine(folder, "clients.log"));
        await using (var disk = await SmallDisk.MountAsync(data, megabytes: 48))
        {
            await using var host = new CrashingHost(data);
            host.Start(null);
            var scene = await BatteryScene.SetAsync(host.Door, ct);
            await using var load = await RegionLoad.StartAsync(host.Door, scene, "full", file, 0, BatteryOptions.RandomOf("F6"), ct);
            await load.EachAsync(2, RegionLoad.Patience);
            await disk.FillAsync();
            await RefusesAsync(host.Door, scene, ct);
            disk.Free();
            var until = DateTimeOffset.UtcNow + Healing.Limit;
            await load.EachAsync(2, Healing.Limit);
            await load.StopAsync(until);
            var heads = await Healing.RestAsync(host.Door, scene.Operator, () => host.Parts, Healing.Limit, ct);
            await load.EndStreamsAsync(heads["exchange"], until);
            await host.StopAsync();
            Assert.Equal(0, host.Deaths);
            var log = ClientLog.Read(file);
            IReadOnlyList<Cell> cells = [.. RegionCheck.Of(await CopyReader.FolderAsync(data), log, DateTimeOffset.UtcNow), StreamRegister.Check(Subscriber.Register, log, heads["exchange"])];
            output.WriteLine(RegionCheck.Report(cells));
            Assert.True(cells.All(c => c.Holds), RegionCheck.Report(cells.Where(c => !c.Holds)));
        }
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Free pages within the file are still written to; then nothing is taken any more, and nothing is said but that.</summary>
    private static async Task RefusesAsync(Door door, BatteryScene scene, CancellationToken ct)
    {
        using var units = await door.ClientAsync(BatteryScene.Lender, [Roles.Logistics], ct);
        var seen = new List<HttpStatusCode>();
        await Until.TrueAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/agencies/{BatteryScene.Lender}/units");
            request.Content = JsonContent.Create(new { callSign = "One more", typeCode = "speedboat", strength = 1 });
            request.Headers.Add("Idempotency-Key", $"\"{Guid.NewGuid()}\"");
            using var answer = await units.SendAsync(request, ct);
            seen.Add(answer.StatusCode);
            return seen.Count >= 5 && seen.TakeLast(5).All(s => s is HttpStatusCode.InsufficientStorage or HttpStatusCode.ServiceUnavailable);
        }, Healing.Limit, () => $"answers were {string.Join(", ", seen)}");
        Assert.All(seen, s => Assert.True(s is HttpStatusCode.Created or HttpStatusCode.InsufficientStorage or HttpStatusCode.ServiceUnavailable, $"{s}"));
        using var read = await scene.Operator.GetAsync("/v1/resources/journal", ct);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }
}
