using System.Text;
using Coordination.Contracts;
using static Coordination.Tests.Functional.PublicInformation.AlertFeed;

namespace Coordination.Tests.Functional.PublicInformation;

public abstract class AlertImportTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : AlertImportTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : AlertImportTests(region);

    [Fact]
    public async Task An_alert_that_comes_in_is_in_force_where_its_polygon_lies_and_its_bytes_are_given_back()
    {
        var desk = await OpenAsync(region);
        var xml = await AlertAsync(desk, "a1");
        var receipt = await ImportAsync(desk, xml);
        var told = receipt.GetProperty("alerts")[0];
        Assert.Equal(("Active", true), (told.GetProperty("state").GetString(), told.GetProperty("isShown").GetBoolean()));
        Assert.Equal([("Polygon", "a1")], await ActiveAsync(desk, "?at=22.55,114.05"));
        Assert.Empty(await ActiveAsync(desk, "?at=23.9,114.05"));
        Assert.Equal([("AreaCode", "a1")], await ActiveAsync(desk, "?area=440303"));
        Assert.Equal([("AreaCode", "a1")], await ActiveAsync(desk, "?area=440000"));
        Assert.Empty(await ActiveAsync(desk, "?area=450000"));
        using var original = await desk.Public.GetAsync($"/v1/public/alert-messages/{told.GetProperty("id").GetGuid()}/original");
        Assert.Equal(Encoding.UTF8.GetBytes(xml), await original.Content.ReadAsByteArrayAsync());
        Assert.Equal("application/cap+xml", original.Content.Headers.ContentType?.MediaType);
        using var again = await SendAsync(In(region.AsPerson("feed-1", "county", Roles.Integration), desk), xml);
        Assert.Equal(receipt.GetProperty("id").GetGuid(), (await again.JsonAsync()).GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Where_the_tree_names_nobody_what_comes_in_unsigned_is_for_its_agency_alone()
    {
        var desk = await Desk.OpenAsync(region);
        var receipt = await ImportAsync(desk, await AlertAsync(desk, "a8"));
        Assert.False(receipt.GetProperty("alerts")[0].GetProperty("isShown").GetBoolean());
        Assert.Empty(await ActiveAsync(desk, ""));
        using var own = await desk.Officer.GetAsync($"/v1/alerts/imports/{receipt.GetProperty("id").GetGuid()}");
        Assert.Contains("no-authority", await own.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cancellation_that_comes_before_its_alert_ends_it_when_it_comes()
    {
        var desk = await OpenAsync(region);
        var now = await desk.Scene.NowAsync();
        var cancel = await ImportAsync(desk, await AlertAsync(desk, "c2", "Cancel", $"met@example.org,a2,{Time(now)}"));
        Assert.Empty(await ActiveAsync(desk, ""));
        var told = (await ImportAsync(desk, await AlertAsync(desk, "a2"))).GetProperty("alerts")[0];
        Assert.Equal(("Cancelled", cancel.GetProperty("alerts")[0].GetProperty("id").GetGuid()), (told.GetProperty("state").GetString(), told.GetProperty("endedBy").GetGuid()));
        Assert.Empty(await ActiveAsync(desk, "?at=22.55,114.05"));
    }

    [Fact]
    public async Task An_update_takes_the_place_of_what_it_names_and_runs_out_in_its_time()
    {
        var desk = await OpenAsync(region);
        var first = await desk.Scene.NowAsync();
        await ImportAsync(desk, await AlertAsync(desk, "a3"));
        await desk.Scene.AdvanceAsync(TimeSpan.FromMinutes(5));
        await ImportAsync(desk, await AlertAsync(desk, "b3", "Update", $"met@example.org,a3,{Time(first)}"));
        Assert.Equal([("Polygon", "b3")], await ActiveAsync(desk, "?at=22.55,114.05"));
        await desk.Scene.AdvanceAsync(TimeSpan.FromMinutes(61));
        Assert.Empty(await ActiveAsync(desk, "?at=22.55,114.05"));
    }

    [Fact]
    public async Task What_is_issued_here_is_in_the_same_view_and_nothing_from_outside_ends_it()
    {
        var desk = await OpenAsync(region);
        var issued = await desk.IssuedAsync(Desk.Alert());
        var (id, identifier, sender) = (issued.GetProperty("id").GetGuid(), issued.GetProperty("identifier").GetString()!, issued.GetProperty("sender").GetString()!);
        Assert.Equal([("AreaCode", identifier)], await ActiveAsync(desk, "?area=440303"));
        var forged = (await ImportAsync(desk, await AlertAsync(desk, "c4", "Cancel", $"{sender},{identifier},{Time(issued.GetProperty("sent").GetDateTimeOffset())}", sender))).GetProperty("alerts")[0];
        Assert.Equal("Unusable", forged.GetProperty("state").GetString());
        Assert.Equal([("AreaCode", identifier)], await ActiveAsync(desk, "?area=440303"));
        await desk.IssuedAsync(Desk.Alert("Cancel", id));
        Assert.Empty(await ActiveAsync(desk, "?area=440303"));
        Assert.Equal("Cancelled", (await desk.Public.GetJsonAsync($"/v1/public/alert-messages/{id}")).GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_is_not_real_not_for_all_or_about_a_person_is_shown_to_nobody_outside()
    {
        var desk = await OpenAsync(region);
        var xml = await AlertAsync(desk, "a5");
        foreach (var other in (string[])[xml.Replace("Exercise<", "Actual<", StringComparison.Ordinal), xml.Replace("Exercise<", "Test<", StringComparison.Ordinal), xml.Replace("Public<", "Restricted<", StringComparison.Ordinal),
            xml.Replace("Flood<", "Child Abduction Emergency<", StringComparison.Ordinal)])
        {
            var receipt = await ImportAsync(desk, other);
            var told = receipt.GetProperty("alerts")[0];
            Assert.False(told.GetProperty("isShown").GetBoolean(), other);
            using var hidden = await desk.Public.GetAsync($"/v1/public/alert-messages/{told.GetProperty("id").GetGuid()}");
            await hidden.ProblemAsync(404, "not-found");
        }
        Assert.Empty(await ActiveAsync(desk, ""));
        var restricted = await ImportAsync(desk, xml.Replace("Public<", "Restricted<", StringComparison.Ordinal));
        var path = $"/v1/alerts/imports/{restricted.GetProperty("id").GetGuid()}/original";
        using (var own = await desk.Officer.GetAsync(path)) Assert.Contains("Restricted", await own.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var stranger = await In(region.AsPerson("wu", "water", Roles.Integration), desk).GetAsync(path);
        await stranger.ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task What_is_no_alert_or_hostile_is_refused_in_words()
    {
        var desk = await OpenAsync(region);
        foreach (var (rule, xml) in new (string, string)[] {("cap-xml", "Send boats."), ("cap-none", "<invoice/>"), ("cap-dtd", "<!DOCTYPE alert SYSTEM 'http://127.0.0.1:9/x'><alert/>") })
        {
            using var answer = await SendAsync(desk.Officer, xml);
            await answer.ProblemAsync(400, rule);
        }
        using (var json = await desk.Officer.PostAsync("/v1/alerts/import", new { })) await json.ProblemAsync(415, "content-type");
        using var large = await SendAsync(desk.Officer, new string(' ', (4 * 1024 * 1024) + 1));
        await large.ProblemAsync(413, "body-too-large");
    }

    [Fact]
    public async Task A_large_alert_of_a_hundred_thousand_points_is_taken_in_and_one_point_more_is_not()
    {
        var desk = await OpenAsync(region);
        var points = string.Join(' ', Enumerable.Range(0, 99_999).Select(n => FormattableString.Invariant($"{22 + Math.Sin(n / 15915.3):0.00000},{114 + Math.Cos(n / 15915.3):0.00000}")));
        var xml = (await AlertAsync(desk, "a7")).Replace("22.5,114.0 22.6,114.0 22.6,114.1 22.5,114.1 22.5,114.0", points, StringComparison.Ordinal);
        await ImportAsync(desk, xml);
        Assert.Equal([("Polygon", "a7")], await ActiveAsync(desk, "?at=22.0,114.0"));
        using var more = await SendAsync(desk.Officer, xml.Replace(points, $"{points} 22,114 22,115", StringComparison.Ordinal));
        await more.ProblemAsync(400, "cap-points");
    }
}
