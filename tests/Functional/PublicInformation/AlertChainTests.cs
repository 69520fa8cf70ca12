using System.Text.Json;
using System.Xml.Linq;
using static Coordination.Tests.Functional.PublicInformation.AlertFeed;

namespace Coordination.Tests.Functional.PublicInformation;

/// <summary>An update and a cancellation are one call away, and name all that is still in force of what went before.</summary>
public abstract class AlertChainTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : AlertChainTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : AlertChainTests(region);

    private static async Task<JsonElement> NextAsync(Desk desk, JsonElement of, string verb, object? body = null) => await Desk.StepsAsync(
        "/v1/alerts", await Desk.OkAsync(desk.Officer, $"/v1/alerts/{Id(of)}/{verb}", body ?? new { }), (desk.Approver, "approve", null), (desk.Officer, "issue", null));

    private static Guid Id(JsonElement alert) => alert.GetProperty("id").GetGuid();

    private static async Task<string[]> NamedAsync(Desk desk, JsonElement alert)
    {
        using var answer = await desk.Public.GetAsync($"/v1/public/alerts/{Id(alert)}/cap");
        return [.. XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Element(XName.Get("references", Cap))!.Value.Split(' ').Select(r => r.Split(',')[1])];
    }

    [Fact]
    public async Task An_update_needs_only_what_changes_and_a_cancellation_nothing_and_each_names_every_live_message()
    {
        var desk = await OpenAsync(region);
        var first = await desk.IssuedAsync(Desk.Alert());
        await desk.Scene.AdvanceAsync(TimeSpan.FromMinutes(30));
        var second = await NextAsync(desk, first, "update", new { severity = "Severe", expires = (await desk.Scene.NowAsync()).AddMinutes(60) });
        Assert.Equal(("Update", "Severe", "东门超载"), (second.GetProperty("messageType").GetString(), second.GetProperty("severity").GetString(), second.GetProperty("texts")[0].GetProperty("headline").GetString()));
        await desk.Scene.AdvanceAsync(TimeSpan.FromMinutes(10));
        var third = await NextAsync(desk, second, "update", new { urgency = "Expected" });
        Assert.Equal(new[] { first, second }.Select(Name), await NamedAsync(desk, third));
        // The first has run out: it is named no longer.
        await desk.Scene.AdvanceAsync(TimeSpan.FromMinutes(25));
        var cancel = await NextAsync(desk, third, "cancel");
        Assert.Equal(new[] { second, third }.Select(Name), await NamedAsync(desk, cancel));
        Assert.Equal(("Cancel", "解除：东门超载", "Past"), (cancel.GetProperty("messageType").GetString(), cancel.GetProperty("texts")[0].GetProperty("headline").GetString(), cancel.GetProperty("urgency").GetString()));
        Assert.Empty(await ActiveAsync(desk, "?area=440303"));

        static string Name(JsonElement alert) => alert.GetProperty("identifier").GetString()!;
    }

    [Fact]
    public async Task Of_an_update_and_a_cancellation_that_cross_one_wins_and_the_other_is_told_which()
    {
        var desk = await OpenAsync(region);
        var alert = await desk.IssuedAsync(Desk.Alert());
        var drafts = new List<JsonElement>();
        foreach (var verb in (string[])["update", "cancel", "update"])
            drafts.Add(await Desk.StepsAsync("/v1/alerts", await Desk.OkAsync(desk.Officer, $"/v1/alerts/{Id(alert)}/{verb}", new { }), (desk.Approver, "approve", null)));
        var answers = await Task.WhenAll(drafts.Take(2).Select(d => desk.Officer.PostAsync($"/v1/alerts/{Id(d)}/issue", null, d.GetProperty("version").GetInt32())));
        var (won, lost) = answers[0].IsSuccessStatusCode ? (answers[0], answers[1]) : (answers[1], answers[0]);
        var winner = Id(await won.JsonAsync());
        Assert.Contains($"{winner}", (await lost.ProblemAsync(409, "already-ended")).GetProperty("detail").GetString(), StringComparison.Ordinal);
        foreach (var answer in answers) answer.Dispose();
        await Desk.RefusedAsync(409, "already-ended", desk.Officer, $"/v1/alerts/{Id(drafts[2])}/issue", null, drafts[2].GetProperty("version").GetInt32());
        await Desk.RefusedAsync(409, "already-ended", desk.Officer, $"/v1/alerts/{Id(alert)}/update", new { });
        await Desk.RefusedAsync(409, "already-ended", desk.Officer, $"/v1/alerts/{Id(alert)}/cancel", new { });
        Assert.Equal(winner, (await desk.Public.GetJsonAsync($"/v1/public/alerts/{Id(alert)}")).GetProperty("endedBy").GetGuid());
    }

    [Fact]
    public async Task A_cancellation_in_a_language_that_the_package_does_not_speak_is_written_by_hand()
    {
        var desk = await OpenAsync(region);
        var body = JsonSerializer.SerializeToNode(Desk.Alert(), Coordination.Contracts.Wire.Json)!.AsObject();
        body["texts"]![0]!["language"] = "th";
        var alert = await desk.IssuedAsync(body.ToJsonString());
        await Desk.RefusedAsync(400, "cancel-words", desk.Officer, $"/v1/alerts/{Id(alert)}/cancel", new { });
        var cancel = await NextAsync(desk, alert, "cancel", new { texts = new[] { new { language = "th", headline = "ยกเลิก", description = "สิ้นสุดแล้ว", instruction = "กลับสู่ปกติ" } } });
        Assert.Equal("ยกเลิก", cancel.GetProperty("texts")[0].GetProperty("headline").GetString());
    }
}
