using System.Text.Json;
using Coordination.Tests.Functional.Drills;
using static Coordination.Tests.Functional.Resources.RmXml;

namespace Coordination.Tests.Functional.Resources;

/// <summary>Two agencies with their own instances speak EDXL-RM with each other. Ids of messages stay where they were sent: the thread is known to the other by the id of the ask.</summary>
public abstract class RmBetweenInstancesTests(Region region, string asks, string gives)
{
    public sealed class Embedded(AgencyInstances region) : RmBetweenInstancesTests(region, "police", "fire"), IClassFixture<AgencyInstances>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : RmBetweenInstancesTests(region, OwnBooks.City, OwnBooks.Neighbour);

    private readonly string t = $"A/{Guid.NewGuid():N}";

    private Book City => Of(asks);

    private Book Neighbour => Of(gives);

    [Fact]
    public async Task A_thread_that_crosses_instances_leaves_the_books_of_the_story()
    {
        var (city, neighbour) = (City, Neighbour);
        var (ask, unit) = await AskedAsync();
        var request = await XmlAsync(neighbour, ask, ask);
        Assert.Contains("speedboat", request, StringComparison.Ordinal);
        Assert.DoesNotContain("Mrs Example", request, StringComparison.Ordinal);
        var fill = (await neighbour.DoneAsync(Response(ask, unit))).Fill();
        await region.QuietAsync();
        await city.DoneAsync(new("RequisitionResource", $"{t}-Q", t, fill, Element("q", "speedboat", 4)));
        await region.QuietAsync();
        var order = await MessageAsync(neighbour, ask, "RequisitionResource");
        Assert.NotEqual($"{t}-Q", order);
        await neighbour.DoneAsync(new("CommitResource", $"{ask}-C", ask, order, Element("c", quantity: 4, answers: fill)));
        foreach (var status in (string[])["Mobilizing", "EnRoute"]) await neighbour.DoneAsync(Report(ask, $"{ask}-C", status));
        await region.QuietAsync();
        foreach (var status in (string[])["Staged", "Assigned"]) await city.DoneAsync(Report(t, fill, status));
        await city.DoneAsync(new("ReleaseResource", $"{t}-L", t, fill, Element("l", "speedboat", 4)));
        await region.QuietAsync();
        await neighbour.DoneAsync(Report(ask, $"{ask}-C", "Demobilizing"));
        await neighbour.DoneAsync(Report(ask, $"{ask}-C", "Returned"));
        await region.QuietAsync();
        var (mine, theirs) = (await city.GetAsync($"fills/{fill}"), await neighbour.GetAsync($"offers/{fill}"));
        Assert.Equal(["", "Select", "Order", "Commit", "Mobilize", "Depart", "CheckIn", "Assign", "Release", "Demobilize", "Return"], Steps(mine));
        Assert.Equal(Steps(mine), Steps(theirs));
        Assert.True((await city.GetAsync($"fills/{fill}/books")).GetProperty("agree").GetBoolean());
        Assert.Equal("Available", (await neighbour.GetAsync($"units/{unit}")).Text("state"));
    }

    [Fact]
    public async Task A_report_of_arrival_that_comes_before_the_unit_is_on_its_way_waits_for_that_across_instances()
    {
        var (city, neighbour) = (City, Neighbour);
        var (ask, unit) = await AskedAsync();
        var committed = new RmXml("CommitResource", $"{ask}-C", ask, ask, Element("c", quantity: 4, answers: ask, resource: unit));
        var fill = (await neighbour.DoneAsync(committed)).Fill();
        await region.QuietAsync();
        Assert.Equal("Waiting", (await city.SayAsync(Report(t, fill, "Staged"))).Text("state"));
        await neighbour.DoneAsync(Report(ask, $"{ask}-C", "Mobilizing"));
        // The two cross: the lender hears of the arrival after it told of the departure, or before, and then its own report is late. It arrived either way.
        var departed = await neighbour.SayAsync(Report(ask, $"{ask}-C", "EnRoute"));
        Assert.True(departed.Text("state") == "Executed" || departed.GetProperty("elements")[0].Text("rule") == "after-arrival", departed.GetRawText());
        await region.QuietAsync();
        Assert.Equal("Executed", (await city.StateAsync(t, $"{t}-Staged")).State);
        Assert.Equal(("Staged", "Staged"), ((await city.GetAsync($"fills/{fill}")).Text("state"), (await neighbour.GetAsync($"offers/{fill}")).Text("state")));
    }

    [Fact]
    public async Task A_request_that_is_called_back_is_withdrawn_at_the_other_instance()
    {
        var (city, neighbour) = (City, Neighbour);
        var (ask, unit) = await AskedAsync();
        await city.DoneAsync((Request with { Id = $"{t}-X" }).Recalls(t));
        await region.QuietAsync();
        Assert.Equal("Withdrawn", (await neighbour.GetAsync($"asks/{ask}")).Text("state"));
        var late = await neighbour.SayAsync(Response(ask, unit));
        Assert.NotEqual("Executed", late.Text("state"));
        Assert.Equal("Available", (await neighbour.GetAsync($"units/{unit}")).Text("state"));
    }

    private RmXml Request => new("RequestResource", t, t, null, Element("1", "speedboat", 4, function: "Rescue", times: ("RequestedArrival", DateTimeOffset.UtcNow.AddHours(6)))) { Incident = $"{Guid.NewGuid()}" };

    private static RmXml Response(string ask, string unit) => new("ResponseToRequestResource", $"{ask}-A", ask, ask, Element("a", quantity: 4, answers: ask, resource: unit));

    private static RmXml Report(string thread, string follows, string status) => new("ReportResourceDeploymentStatus", $"{thread}-{status}", thread, follows, Element("s", status: status));

    /// <summary>The city asks; gives the ask as the neighbour knows it, and a boat of the neighbour's.</summary>
    private async Task<(string Ask, string Unit)> AskedAsync()
    {
        var unit = await Neighbour.UnitAsync("speedboat", 4);
        var asked = await City.DoneAsync(Request, gives);
        await region.QuietAsync();
        return (asked.GetProperty("elements")[0].GetProperty("askIds")[0].GetString()!, unit);
    }

    private static async Task<string> MessageAsync(Book book, string thread, string type) =>
        (await book.ThreadAsync(thread)).GetProperty("messages").EnumerateArray().Single(m => m.Text("type") == type).Text("messageId");

    private static async Task<string> XmlAsync(Book book, string thread, string message)
    {
        using var answer = await book.Logistics.GetAsync($"/v1/agencies/{book.Agency}/edxl-rm/message?thread={thread}&messageId={message}");
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static IEnumerable<string> Steps(JsonElement fill) => fill.GetProperty("trail").EnumerateArray().Select(s => s.Text("step"));

    private Book Of(string agency) => new((a, roles) => region.As(a, roles), agency);
}
