using System.Net;
using System.Text.Json;

namespace Coordination.Tests.Functional.PublicInformation;

public abstract class ClarificationTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : ClarificationTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : ClarificationTests(region);

    private static async Task<JsonElement> LoggedAsync(Desk desk, Guid? incident = null) => await Desk.OkAsync(desk.Officer, "/v1/clarifications",
        new { claim = "The water is poisoned and the tap was cut for that", heardAt = await desk.Scene.NowAsync(), incidentId = incident });

    private static object Found(string outcome, params string[] bearings) =>
        new { outcome, facts = bearings.Select(b => Desk.Fact("Laboratory", "water", b)), answer = "Traces were found; the cut has another cause" };

    [Fact]
    public async Task A_claim_that_is_right_in_part_is_told_so_within_two_hours()
    {
        var desk = await Desk.OpenAsync(region);
        var claim = await LoggedAsync(desk);
        var id = claim.GetProperty("id").GetGuid();
        var found = await Desk.StepsAsync("/v1/clarifications", claim, (desk.Officer, "check", null), (desk.Officer, "conclude", Found("PartlyConfirmed", "Supports", "Contradicts")));
        Assert.DoesNotContain($"{id}", (await desk.Public.GetJsonAsync("/v1/public/clarifications")).ToString(), StringComparison.Ordinal);
        await desk.Scene.AdvanceAsync(TimeSpan.FromMinutes(110));
        await Desk.StepsAsync("/v1/clarifications", found, (desk.Approver, "publish", null), (desk.Officer, "close", null));
        var seen = Assert.Single((await desk.Public.GetJsonAsync("/v1/public/clarifications")).GetProperty("items").EnumerateArray());
        Assert.Equal(("PartlyConfirmed", 2), (seen.GetProperty("outcome").GetString(), seen.GetProperty("facts").GetArrayLength()));
        Assert.Equal(["Met"], await desk.ClockAsync(id, "clarification.reply"));
        Assert.Equal(["Met"], await desk.ClockAsync(id, "clarification.reply-legal"));
        Assert.Equal(["Published", "Closed"], await desk.ToldAsync("public-information.clarification-changed.v1", id, "harbour"));
    }

    [Fact]
    public async Task A_false_blanket_denial_cannot_be_published()
    {
        var desk = await Desk.OpenAsync(region);
        var claim = await Desk.StepsAsync("/v1/clarifications", await LoggedAsync(desk), (desk.Officer, "check", null));
        var path = $"/v1/clarifications/{claim.GetProperty("id").GetGuid()}";
        await Desk.RefusedAsync(409, "fact-required", desk.Officer, $"{path}/conclude", Found("Refuted"), 2);
        await Desk.RefusedAsync(409, "fact-supports", desk.Officer, $"{path}/conclude", Found("Refuted", "Supports", "Contradicts"), 2);
        await Desk.RefusedAsync(409, "illegal-transition", desk.Approver, $"{path}/publish", null, 2);
    }

    [Fact]
    public async Task Who_said_it_and_where_cannot_be_stored()
    {
        var desk = await Desk.OpenAsync(region);
        foreach (var member in (string[])["author", "platform", "link", "account", "quotation", "screenshot"])
        {
            var body = JsonSerializer.SerializeToNode(new { claim = "The water is poisoned", heardAt = await desk.Scene.NowAsync() })!.AsObject();
            body[member] = "somebody";
            using var answer = await desk.Officer.PostAsync("/v1/clarifications", body.ToJsonString());
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Fact]
    public async Task A_quotation_a_link_or_an_account_is_refused_and_not_echoed()
    {
        var desk = await Desk.OpenAsync(region);
        foreach (var (claim, rule) in (IEnumerable<(string, string)>)[("“The water is poisoned”", "quotation"), ("See https://example.org/p/1", "link"), ("@river says so", "account")])
        {
            var problem = await Desk.RefusedAsync(400, rule, desk.Officer, "/v1/clarifications", new { claim, heardAt = await desk.Scene.NowAsync() });
            Assert.DoesNotContain("poisoned", problem.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_reply_clocks_run_from_the_hour_it_was_heard_of()
    {
        var desk = await Desk.OpenAsync(region);
        var heard = (await desk.Scene.NowAsync()).AddHours(-3);
        var claim = await Desk.OkAsync(desk.Officer, "/v1/clarifications", new { claim = "The dam has broken", heardAt = heard });
        Assert.Equal(["Breached"], await desk.ClockAsync(claim.GetProperty("id").GetGuid(), "clarification.reply"));
        Assert.Equal(["Running"], await desk.ClockAsync(claim.GetProperty("id").GetGuid(), "clarification.reply-legal"));
    }

    [Fact]
    public async Task A_gap_in_a_list_is_named()
    {
        var desk = await Desk.OpenAsync(region);
        var claim = await Desk.StepsAsync("/v1/clarifications", await LoggedAsync(desk), (desk.Officer, "check", null));
        var problem = await Desk.RefusedAsync(400, "null", desk.Officer, $"/v1/clarifications/{claim.GetProperty("id").GetGuid()}/conclude", """{"outcome":"Refuted","facts":[null],"answer":"No"}""", 2);
        Assert.Equal("/facts/0", problem.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }
}
