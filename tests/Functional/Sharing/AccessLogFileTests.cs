using Coordination.Contracts;
using Coordination.Host;
using Coordination.Platform;
using Coordination.Tests.Functional.Command;
using Coordination.Tests.Functional.Migrations;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Tests.Functional.Sharing;

/// <summary>The access log where its file can be reached.</summary>
public sealed class AccessLogFileTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    [Fact]
    public async Task A_reading_that_cannot_be_written_down_tells_nothing()
    {
        var scene = await Scene.HeldAsync(region);
        var path = $"/v1/incidents/{await scene.IncidentAsync()}";
        await scene.JoinAsync(Guid.Parse(path.Split('/')[^1]), "fire");
        await AskAsync("ALTER TABLE accesses RENAME TO away");
        using var refused = await scene.As("fire").GetAsync(path);
        await refused.ProblemAsync(503, "storage-unavailable");
        await scene.As("county").GetJsonAsync(path);
        await AskAsync("ALTER TABLE away RENAME TO accesses");
        await scene.As("fire").GetJsonAsync(path);
    }

    [Fact]
    public async Task An_entry_is_counted_to_the_end_of_the_process_and_forgotten_after_three_years()
    {
        await WithinOneHour.BeginAsync(TimeSpan.FromSeconds(30));
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        await scene.JoinAsync(incident, "fire");
        for (var n = 0; n < 3; n++) await scene.As("fire").GetJsonAsync($"/v1/incidents/{incident}");
        await region.RestartAsync();
        Assert.Equal([3], await TimesAsync(scene, incident));

        await AskAsync($"UPDATE accesses SET last_at = {Micros.Of(DateTimeOffset.UtcNow - AccessKeeper.Kept + TimeSpan.FromHours(1))}");
        await ForgetAsync();
        Assert.Equal([3], await TimesAsync(scene, incident));
        await AskAsync($"UPDATE accesses SET last_at = {Micros.Of(DateTimeOffset.UtcNow - AccessKeeper.Kept - TimeSpan.FromHours(1))}");
        await ForgetAsync();
        Assert.Empty(await TimesAsync(scene, incident));
    }

    [Fact]
    public async Task Who_keeps_an_access_log_shows_it()
    {
        foreach (var module in RegionModules.All)
        {
            await using var db = MigrationTests.Open(module, new SqliteStore("Data Source=nowhere"));
            Assert.True(module.HasAccessLog == db.Model.FindEntityType(typeof(Access)) is not null, module.Name);
        }
    }

    private static async Task<IReadOnlyList<int>> TimesAsync(Scene scene, Guid incident) =>
        [.. (await scene.As("county").GetJsonAsync($"/v1/command/accesses?subject={incident}")).GetProperty("items").EnumerateArray().Select(e => e.GetProperty("times").GetInt32())];

    private Task ForgetAsync() =>
        region.Running.Apps.Single(a => a.Instance.Name == "command").Services.GetRequiredService<AccessKeeper>().ForgetAsync(TestContext.Current.CancellationToken);

    private async Task AskAsync(string sql)
    {
        await using var connection = new SqliteConnection(DataFolder.ConnectionString(Path.Combine(region.Folder, "command.db")));
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
