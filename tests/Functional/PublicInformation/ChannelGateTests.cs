using System.Net;
using Coordination.Contracts;
using Coordination.Host;
using Coordination.Platform;
using Microsoft.Data.Sqlite;

namespace Coordination.Tests.Functional.PublicInformation;

/// <summary>Each channel of the real world, asked for an alert whose status somebody turned in the database itself: no other code stands before the gate then.</summary>
public sealed class ChannelGateTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("gate").FullName;

    [Fact]
    public async Task Nothing_that_is_not_Actual_reaches_a_channel_of_the_real_world()
    {
        await using var region = await RunningRegion.StartAsync(Arguments.Parse(["--modules", "public-information"], RegionModules.All), RegionModules.All, EmbeddedRegion.Settings(data), TimeProvider.System);
        ApiClient As(string subject, string role) => new(new Uri(region.Address), region.Issuer!.Token("county", [role], subject));
        var (officer, approver, channel, people) = (As("ann", Roles.PublicInformationOfficer), As("bob", Roles.Approver), As("sms-1", Roles.Integration), new ApiClient(new Uri(region.Address), null));
        var issued = await Desk.StepsAsync("/v1/alerts", await Desk.OkAsync(officer, "/v1/alerts", Desk.Alert()), (approver, "approve", null), (officer, "issue", null));
        var (id, identifier) = (issued.GetProperty("id").GetGuid(), issued.GetProperty("identifier").GetString()!);
        string[] messages = ["/v1/alerts/active", "/v1/alerts/active?area=440303", "/v1/alerts/active/atom", "/v1/alerts/active/rss", "/v1/alerts/active/geojson", $"/v1/public/alert-messages/{id}", $"/v1/public/alert-messages/{id}/original"];
        string[] own = ["/v1/public/alerts", $"/v1/public/alerts/{id}", $"/v1/public/alerts/{id}/cap"];
        string[] queues = ["/v1/channels/cell-broadcast/queue", $"/v1/alerts/{id}/receipts", $"/v1/alerts/{id}"];
        foreach (var path in messages.Concat(own)) Assert.True(await TellsAsync(people, path, identifier, id), path);
        foreach (var path in queues) Assert.True(await TellsAsync(channel, path, identifier, id), path);

        foreach (var status in (string[])["Exercise", "Test", "Draft", "System", "Unknown"])
        {
            await TurnAsync($"UPDATE cap_messages SET status = '{status}'");
            foreach (var path in messages) Assert.False(await TellsAsync(people, path, identifier, id), $"{status} {path}");
        }
        await TurnAsync("UPDATE cap_messages SET status = 'Actual', exercise_id = id");
        await TurnAsync("UPDATE alerts SET exercise_id = id");
        await TurnAsync("UPDATE receipts SET exercise_id = id");
        foreach (var path in messages.Concat(own)) Assert.False(await TellsAsync(people, path, identifier, id), path);
        foreach (var path in queues) Assert.False(await TellsAsync(channel, path, identifier, id), path);
        await Desk.RefusedAsync(404, "not-found", channel, $"/v1/alerts/{id}/receipts", new { channel = "cell-broadcast", state = "Sent" });
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>Whether the answer holds the alert, by its name or its id.</summary>
    private static async Task<bool> TellsAsync(ApiClient who, string path, string identifier, Guid id)
    {
        using var answer = await who.GetAsync(path);
        if (answer.StatusCode == HttpStatusCode.NotFound) return false;
        var text = await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync();
        return text.Contains(identifier, StringComparison.Ordinal) || text.Contains($"{id}", StringComparison.Ordinal);
    }

    private async Task TurnAsync(string statement)
    {
        await using var database = new SqliteConnection($"Data Source={Path.Combine(data, "public-information.db")};Pooling=False");
        await database.OpenAsync();
        await using var command = database.CreateCommand();
        command.CommandText = statement;
        Assert.NotEqual(0, await command.ExecuteNonQueryAsync());
    }
}
