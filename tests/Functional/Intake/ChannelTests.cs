using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Intake;

/// <summary>The ways by which reports come in beside the interface of agencies.</summary>
public abstract class ChannelTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : ChannelTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : ChannelTests(region);

    [Fact]
    public async Task A_call_to_the_hotline_is_a_report_of_the_public_that_names_nobody_and_is_answered()
    {
        var desk = region.Officer();
        using var taken = await desk.PostAsync("/v1/hotline-reports", new { category = "Accident", place = new { areaCode = "990001" }, situation = "smoke", contact = "Canary Caller 139", occurredAt = DateTimeOffset.UtcNow.AddSeconds(30) });
        var report = await taken.JsonAsync();
        Assert.Equal(("Public", "Phone", Desk.County, "NotRequired"), (report.Text("source"), report.Text("channel"), report.Text("fromAgency"), report.Text("check")));
        Assert.True(report.GetProperty("hasContact").GetBoolean());
        // The desk's agency handles it: who took the call has it.
        Assert.True(report.TryGetProperty("acknowledgedAt", out _));
        Assert.Equal(["Met"], await region.ClockStatesAsync(report.Id(), "report.acknowledge"));
        Assert.Equal(["Running"], await region.ClockStatesAsync(report.Id(), "report.contact-retention"));
        Assert.Equal("Received", (await region.Anonymous().GetJsonAsync($"/v1/public-reports/{report.Id()}")).Text("stage"));
        Assert.DoesNotContain("Canary", Assert.Single(await region.EventsAsync("intake.report-received.v1", report.Id())).ToString(), StringComparison.Ordinal);

        using var elsewhere = await desk.PostAsync("/v1/hotline-reports", new { category = "Accident", place = new { areaCode = "990001" }, situation = "smoke", toAgency = "fire" });
        Assert.False((await elsewhere.JsonAsync()).TryGetProperty("acknowledgedAt", out _));
        using var named = await desk.PostAsync("/v1/hotline-reports", new { category = "Accident", place = new { areaCode = "990001" }, situation = "smoke", callerNumber = "139" });
        await named.ProblemAsync(400, "unknown-member");
    }

    [Fact]
    public async Task Each_row_of_a_file_is_taken_or_refused_for_itself_and_the_file_may_come_again()
    {
        var csv = $"""
            kind,source,channel,toAgency,category,areaCode,latitude,longitude,knownAt,occurredAt,eventKind,dead,missing,situation,tier,toTier
            Initial,Agency,Written,{Desk.County},NaturalDisaster,220221,43.6,126.5,{Hour(-1)},{Hour(-2)},FloodOrDrought,0,0,"water, over the dyke",Township,County
            Initial,Agency,Written,{Desk.County},NaturalDisaster,220221,43.6,126.5,{Hour(-1)},{Hour(-2)},FloodOrDrought,0,,,Township,County
            Initial,Agency,Written,{Desk.County},NaturalDisaster,220221,91,126.5,{Hour(-1)},{Hour(-2)},FloodOrDrought,0,-3,,Township,County
            Initial,Agency,Written,{Desk.County},MassIncident,220221,,,{Hour(-1)},,,,,,Township,County
            Supplement,Agency,Written,{Desk.County},NaturalDisaster,220221,,,{Hour(-1)},,,,,,Township,County
            Initial,Agency
            """;
        var (sender, key) = (region.Sender(), Guid.NewGuid().ToString());
        using var sent = await sender.PostAsync("/v1/report-batches", new { csv }, key: key);
        var result = await sent.JsonAsync();
        Assert.Equal((2, 4), (result.GetProperty("accepted").GetInt32(), result.GetProperty("refused").GetInt32()));
        var rows = result.GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal([2, 3, 4, 5, 6, 7], rows.Select(r => r.GetProperty("line").GetInt32()));
        Assert.Equal(("Complete", "Returned"), (rows[0].Text("check"), rows[1].Text("check")));
        Assert.Equal(["MissingCount"], rows[1].Texts("missing"));
        Assert.Equal([("latitude", "range"), ("missing", "range")], Faults(rows[2]));
        Assert.Equal([("category", "type")], Faults(rows[3]));
        Assert.Equal([("priorReportId", "prior-required")], Faults(rows[4]));
        Assert.Equal([("", "cells")], Faults(rows[5]));
        Assert.Equal("water, over the dyke", (await sender.GetJsonAsync($"/v1/reports/{rows[0].GetProperty("reportId").GetGuid()}")).GetProperty("content").Text("situation"));

        using var again = await sender.PostAsync("/v1/report-batches", new { csv }, key: key);
        Assert.Equal(result.ToString(), (await again.JsonAsync()).ToString());
        using var odd = await sender.PostAsync("/v1/report-batches", new { csv = "kind,colour\nInitial,red" });
        await odd.ProblemAsync(400, "unknown-column");
    }

    [Fact]
    public async Task A_message_becomes_a_report_or_waits_for_a_person_and_comes_twice_without_harm()
    {
        var (gateway, number) = (region.As("sms-gateway", Roles.Integration), $"{Guid.NewGuid():N}");
        object Sms(string id, string text) => new { messageId = $"{number}-{id}", channel = "ShortMessage", text, sender = "Canary Sender 139" };
        using var set = await region.As("region", Roles.Operator).PutAsync("/v1/jurisdictions/990002", """{"tier":"Province","parent":null,"name":"990002","nameZh":"990002"}""");
        await set.JsonAsync();
        await region.QuietAsync();
        using var read = await gateway.PostAsync("/v1/gateway-messages", Sms("1", "洪水 990002 水进了学校"));
        var receipt = await read.JsonAsync();
        var report = receipt.GetProperty("reportId").GetGuid();
        Assert.Equal("Reported", receipt.Text("state"));
        Assert.Contains($"{report}", receipt.Text("answer"), StringComparison.Ordinal);
        Assert.Equal("Received", (await region.Anonymous().GetJsonAsync($"/v1/public-reports/{report}")).Text("stage"));
        using var again = await gateway.PostAsync("/v1/gateway-messages", Sms("1", "洪水 990002 水进了学校"));
        Assert.Equal(receipt.ToString(), (await again.JsonAsync()).ToString());

        using var other = await gateway.PostAsync("/v1/gateway-messages", Sms("1", "洪水 990002 桥断了"));
        Assert.NotEqual(report, (await other.JsonAsync()).GetProperty("reportId").GetGuid());

        using var odd = await gateway.PostAsync("/v1/gateway-messages", Sms("2", "洪水 990009 快来人"));
        var held = await odd.JsonAsync();
        Assert.Equal(("Held", false), (held.Text("state"), held.TryGetProperty("reportId", out _)));
        Assert.Equal(["Running"], await region.ClockStatesAsync(held.Id(), "message.look"));
        Assert.DoesNotContain("Canary", Assert.Single(await region.EventsAsync("intake.message-held.v1", held.Id())).ToString(), StringComparison.Ordinal);
        var office = region.Officer("duty-office");
        Assert.Equal("洪水 990009 快来人", (await office.GetJsonAsync($"/v1/gateway-messages/{held.Id()}")).Text("text"));
        // Who reviews the region is noted for the office, also when a list gives but a part.
        await region.As("review", Roles.Auditor).GetJsonAsync("/v1/gateway-messages?state=Held&limit=200");
        var seen = await office.GetJsonAsync($"/v1/intake/accesses?subject={held.Id()}");
        Assert.Equal("review", Assert.Single(seen.GetProperty("items").EnumerateArray()).Text("agency"));
        using var foreign = await region.Officer("fire").GetAsync($"/v1/gateway-messages/{held.Id()}");
        await foreign.ProblemAsync(404, "not-found");
        foreach (var verb in (string[])["dismiss", "make-report"])
        {
            using var meddling = await region.Officer("fire").PostAsync($"/v1/gateway-messages/{held.Id()}/{verb}", verb == "dismiss" ? (object)new { reason = "NothingReported" } : new { category = "Accident", place = new { areaCode = "990002" } }, 1);
            await meddling.ProblemAsync(404, "not-found");
        }
        var made = await office.DecideAsync($"/v1/gateway-messages/{held.Id()}", "make-report", new { category = "Accident", place = new { areaCode = "990002" } });
        Assert.Equal(("Public", "洪水 990009 快来人", true), (made.Text("source"), made.GetProperty("content").Text("situation"), made.GetProperty("hasContact").GetBoolean()));
        foreach (var clock in (string[])["message.look", "message.sender-retention"]) Assert.Equal(["Met"], await region.ClockStatesAsync(held.Id(), clock));
        using var third = await gateway.PostAsync("/v1/gateway-messages", Sms("2", "洪水 990009 快来人"));
        Assert.Equal(made.Id(), (await third.JsonAsync()).GetProperty("reportId").GetGuid());
        using var twice = await office.PostAsync($"/v1/gateway-messages/{held.Id()}/dismiss", new { reason = "NothingReported" }, 2);
        await twice.ProblemAsync(409, "illegal-transition");
    }

    [Fact]
    public async Task A_report_that_does_not_say_its_tier_has_the_one_of_its_agency_s_place()
    {
        var agency = $"town-{Guid.NewGuid():N}"[..16];
        var operatorOfRegion = region.As("region", Roles.Operator);
        foreach (var (code, tier, parent) in ((string, string, string?)[])[("360000", "Province", null), ("360100", "Prefecture", "360000"), ("360121", "County", "360100"), ("360121100", "Township", "360121")])
        {
            using var set = await operatorOfRegion.PutAsync(
                $"/v1/jurisdictions/{code}", $$"""{"tier":"{{tier}}","parent":{{(parent is null ? "null" : $"\"{parent}\"")}},"name":"{{code}}","nameZh":"{{code}}"}""");
            await set.JsonAsync();
        }
        using var placed = await operatorOfRegion.PutAsync($"/v1/directory/{agency}", """{"jurisdiction":"360121100","name":"Town","nameZh":"镇"}""");
        await placed.JsonAsync();
        await region.QuietAsync();
        var silent = Desk.Report(new { situation = "smoke" });
        silent.Remove("tier");
        var report = await region.Sender(agency).SendAsync(silent);
        Assert.Equal(("Township", "Returned"), (report.Text("tier"), report.Text("check")));
        var clock = Assert.Single(await region.ClocksAsync(report.Id(), "report.upward"));
        Assert.Equal(("Running", TimeSpan.FromHours(1)), (clock.Text("state"), clock.GetProperty("dueAt").GetDateTimeOffset() - clock.GetProperty("startedAt").GetDateTimeOffset()));

        // Of whom no place is known more is not known, and the report is checked all the same.
        var stranger = await region.Sender($"{agency}-x").SendAsync(silent);
        Assert.Equal(("Returned", false), (stranger.Text("check"), stranger.TryGetProperty("tier", out _)));
        Assert.Equal(["Running"], await region.ClockStatesAsync(stranger.Id(), "report.upward"));
    }

    private static string Hour(int from) => $"{DateTimeOffset.UtcNow.AddHours(from):yyyy-MM-ddTHH:mm:ssZ}";

    private static List<(string, string)> Faults(JsonElement row) => [.. row.GetProperty("faults").EnumerateArray().Select(f => (f.Text("field"), f.Text("rule")))];
}
