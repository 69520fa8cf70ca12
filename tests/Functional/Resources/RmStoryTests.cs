using Coordination.Contracts;
using static Coordination.Tests.Functional.Resources.RmXml;

namespace Coordination.Tests.Functional.Resources;

/// <summary>Mutual aid told by messages of EDXL-RM moves the same books as the operations do.</summary>
public abstract class RmStoryTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : RmStoryTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : RmStoryTests(region);

    private readonly string t = $"T/{Guid.NewGuid():N}";

    private static DateTimeOffset Now => DateTimeOffset.UtcNow;

    private Book City => new((a, roles) => region.As(a, roles), "police");

    private Book Neighbour => new((a, roles) => region.As(a, roles), "fire");

    private RmXml Request(int quantity = 4, string type = "speedboat") =>
        new("RequestResource", t, t, null, Element("1", type, quantity, function: "Rescue", times: ("RequestedArrival", Now.AddHours(6)))) { Incident = $"{Guid.NewGuid()}" };

    private RmXml Response(string unit, int quantity, string id = "A") => new("ResponseToRequestResource", $"{t}-{id}", t, t, Element("a", quantity: quantity, answers: "1", resource: unit));

    private RmXml Requisition(int quantity, string follows = "A", string id = "Q") => new("RequisitionResource", $"{t}-{id}", t, $"{t}-{follows}", Element("q", "speedboat", quantity));

    private RmXml Commitment(int quantity) => new("CommitResource", $"{t}-C", t, $"{t}-Q", Element("c", quantity: quantity, answers: "q"));

    private RmXml Report(string id, string status, string? when = null) =>
        new("ReportResourceDeploymentStatus", $"{t}-{id}", t, $"{t}-C", Element("s", status: status, times: when is null ? [] : [(when, Now.AddSeconds(-1))]));

    [Fact]
    public async Task A_thread_of_messages_leaves_the_books_that_the_operations_leave()
    {
        var (city, neighbour) = (City, Neighbour);
        var unit = await neighbour.UnitAsync("speedboat", 4);
        await city.DoneAsync(Request(), neighbour.Agency);
        await region.QuietAsync();
        var fill = (await neighbour.DoneAsync(Response(unit, 4))).Fill();
        await region.QuietAsync();
        await city.DoneAsync(Requisition(4));
        await region.QuietAsync();
        await neighbour.DoneAsync(Commitment(4));
        await neighbour.DoneAsync(Report("S1", "Mobilizing"));
        await neighbour.DoneAsync(Report("S2", "EnRoute"));
        await region.QuietAsync();
        await city.DoneAsync(new("ReportResourceDeploymentStatus", $"{t}-S3", t, $"{t}-C", Element("s", status: "Staged")));
        await city.DoneAsync(new("ReportResourceDeploymentStatus", $"{t}-S4", t, $"{t}-C", Element("s", status: "Assigned")));
        await city.DoneAsync(new("RequestResourceDeploymentStatus", $"{t}-SQ", t, $"{t}-C", Element("s", "speedboat")));
        await city.DoneAsync(new("RequestExtendedDeploymentDuration", $"{t}-E", t, $"{t}-C", Element("e", "speedboat", times: ("RequestedReturnDeparture", Now.AddDays(2)))));
        await region.QuietAsync();
        await neighbour.DoneAsync(new("ResponseToRequestExtendedDeploymentDuration", $"{t}-ER", t, $"{t}-E", Element("er", answers: "e")));
        await neighbour.DoneAsync(new("RequestReturn", $"{t}-R", t, $"{t}-C", Element("r", "speedboat")));
        await region.QuietAsync();
        await city.DoneAsync(new("ResponseToRequestReturn", $"{t}-RR", t, $"{t}-R", Element("rr", answers: "r", how: "Decline", status: "Assigned")));
        await city.DoneAsync(new("ReleaseResource", $"{t}-L", t, $"{t}-C", Element("l", "speedboat", 4)));
        await region.QuietAsync();
        await neighbour.DoneAsync(Report("S5", "Demobilizing", "ActualReturnDeparture"));
        await neighbour.DoneAsync(Report("S6", "Returned", "ActualReturnArrival"));
        await region.QuietAsync();
        var (mine, theirs) = (await city.GetAsync($"fills/{fill}"), await neighbour.GetAsync($"offers/{fill}"));
        Assert.Equal(("Returned", "Returned"), (mine.Text("state"), theirs.Text("state")));
        var trail = mine.GetProperty("trail").EnumerateArray().Select(s => s.Text("step")).ToList();
        Assert.Equal(
            ["", "Select", "Order", "Commit", "Mobilize", "Depart", "CheckIn", "Assign", "AskStatus", "AskExtension", "GrantExtension", "AskReturn", "RefuseReturn", "Release", "Demobilize", "Return"], trail);
        Assert.Equal(trail, await ByOperationsAsync());
        Assert.Equal("Available", (await neighbour.GetAsync($"units/{unit}")).Text("state"));
    }

    [Fact]
    public async Task An_answer_for_three_of_ten_offers_three_and_an_order_of_two_orders_two()
    {
        var (city, neighbour) = (City, Neighbour);
        var unit = await neighbour.UnitAsync("speedboat", 10);
        var request = (await city.DoneAsync(Request(10), neighbour.Agency)).GetProperty("elements")[0].GetProperty("askIds")[0].GetString();
        await region.QuietAsync();
        var fill = (await neighbour.DoneAsync(Response(unit, 3))).Fill();
        await region.QuietAsync();
        var ask = await neighbour.GetAsync($"asks/{request}");
        Assert.Equal((10, 3), (ask.GetProperty("quantity").GetInt32(), ask.GetProperty("offered").GetInt32()));
        await city.DoneAsync(Requisition(2));
        await region.QuietAsync();
        Assert.Equal(2, (await neighbour.GetAsync($"offers/{fill}")).GetProperty("quantity").GetInt32());
        var whole = await neighbour.SayAsync(Commitment(3));
        Assert.Equal(("Held", "OtherQuantity"), (whole.Text("state"), whole.Text("reason")));
        Assert.Equal("Ordered", (await neighbour.GetAsync($"offers/{fill}")).Text("state"));
    }

    [Fact]
    public async Task Messages_that_come_before_what_they_follow_wait_and_are_done_when_it_comes()
    {
        var (city, neighbour) = (City, Neighbour);
        var unit = await neighbour.UnitAsync("speedboat", 4);
        Assert.Equal("Waiting", (await neighbour.SayAsync(Report("S1", "Mobilizing"))).Text("state"));
        Assert.Equal("Waiting", (await neighbour.SayAsync(Commitment(4))).Text("state"));
        Assert.Equal("Waiting", (await city.SayAsync(Requisition(4))).Text("state"));
        Assert.Equal("Waiting", (await neighbour.SayAsync(Response(unit, 4))).Text("state"));
        // A ring of two waits, and holds up nobody.
        await city.SayAsync(new("RequisitionResource", $"{t}-X", t, $"{t}-Y", Element("x", "speedboat", 1)));
        await city.SayAsync(new("RequisitionResource", $"{t}-Y", t, $"{t}-X", Element("y", "speedboat", 1)));
        await city.DoneAsync(Request(), neighbour.Agency);
        await region.QuietAsync();
        Assert.DoesNotContain("\"rule\"", $"{await neighbour.ThreadAsync(t)}{await city.ThreadAsync(t)}", StringComparison.Ordinal);
        foreach (var id in (string[])["A", "C", "S1"]) Assert.Equal(("Executed", ""), await neighbour.StateAsync(t, $"{t}-{id}"));
        Assert.Equal(("Executed", ""), await city.StateAsync(t, $"{t}-Q"));
        Assert.Equal(("Waiting", "PrecedingUnknown"), await city.StateAsync(t, $"{t}-X"));
        // Committed and mobilizing: the unit is assigned.
        Assert.Equal("Assigned", (await neighbour.GetAsync($"units/{unit}")).Text("state"));
    }

    [Fact]
    public async Task Nobody_moves_what_is_the_other_partys_or_not_theirs_at_all()
    {
        var (city, neighbour) = (City, Neighbour);
        var unit = await neighbour.UnitAsync("speedboat", 4);
        await city.DoneAsync(Request(), neighbour.Agency);
        await region.QuietAsync();
        var fill = (await neighbour.DoneAsync(Response(unit, 4))).Fill();
        await region.QuietAsync();
        var own = await neighbour.SayAsync(Requisition(4, id: "own"));
        Assert.Equal(("Held", "OtherParty"), (own.Text("state"), own.Text("reason")));
        var stranger = new Book((a, roles) => region.As(a, roles), "medical");
        Assert.Equal("Waiting", (await stranger.SayAsync(Requisition(4))).Text("state"));
        Assert.Equal("Waiting", (await stranger.SayAsync(Response(unit, 4, "strange"))).Text("state"));
        using var recall = await stranger.Commander.SendAsync("medical", Response(unit, 4, "Z").Recalls($"{t}-A").ToString());
        await recall.ProblemAsync(403, "rm-recall-sender");
        using var feigned = await stranger.Commander.SendAsync("fire", Response(unit, 4, "F").ToString());
        await feigned.ProblemAsync(403, "other-agency");
        using var logistics = await city.Logistics.SendAsync("police", Requisition(4, id: "L").ToString());
        await logistics.ProblemAsync(403, "rm-role");
        Assert.Equal("Offered", (await neighbour.GetAsync($"offers/{fill}")).Text("state"));
    }

    [Fact]
    public async Task The_same_message_is_answered_alike_and_another_under_its_id_is_refused()
    {
        var city = City;
        var message = Request().ToString();
        using var first = await city.Commander.SendAsync("police", message, "fire");
        using var again = await city.Commander.SendAsync("police", message, "fire");
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        using var keyed = await city.Commander.SendAsync("police", message, "fire", key: t.Replace("/", "-", StringComparison.Ordinal));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await keyed.Content.ReadAsStringAsync());
        using var other = await city.Commander.SendAsync("police", message.Replace("Rescue", "Relief", StringComparison.Ordinal), "fire");
        var problem = await other.ProblemAsync(409, "rm-message-changed");
        Assert.Equal("/MessageID", problem.GetProperty("errors")[0].Text("pointer"));
        var xml = await city.Commander.Http.GetStringAsync($"/v1/agencies/police/edxl-rm/message?thread={Uri.EscapeDataString(t)}&messageId={Uri.EscapeDataString(t)}");
        Assert.Equal(message, xml);
    }

    /// <summary>The same story by the operations: its steps.</summary>
    private async Task<List<string>> ByOperationsAsync()
    {
        var (city, neighbour) = (City, Neighbour);
        var unit = await neighbour.UnitAsync("speedboat", 4);
        var request = await city.RequestAsync("speedboat", 4);
        await city.AskAsync(request, neighbour.Agency, 4);
        await region.QuietAsync();
        var ask = (await neighbour.GetAsync($"asks?requestId={request}")).GetProperty("items")[0].Id();
        var fill = (await neighbour.CreateAsync($"asks/{ask}/offer", new { quantity = 4, unitId = unit })).Id();
        await region.QuietAsync();
        await TakeAsync(city, "fills", ("select", null), ("order", new { quantity = 4 }));
        await TakeAsync(neighbour, "offers", ("commit", new { }), ("mobilize", new { }), ("depart", new { }));
        await TakeAsync(city, "fills", ("check-in", new { }), ("assign", new { }), ("ask-status", null), ("ask-extension", new { until = Now.AddDays(2) }));
        await TakeAsync(neighbour, "offers", ("grant-extension", null), ("ask-return", new { reason = "NeededHere" }));
        await TakeAsync(city, "fills", ("refuse-return", new { reason = "NeededHere" }), ("release", new { }));
        await TakeAsync(neighbour, "offers", ("demobilize", new { }), ("return", new { }));
        return [.. (await city.GetAsync($"fills/{fill}")).GetProperty("trail").EnumerateArray().Select(s => s.Text("step"))];

        async Task TakeAsync(Book book, string side, params (string Verb, object? Body)[] steps)
        {
            foreach (var (verb, body) in steps) await book.DoAsync($"{side}/{fill}", verb, body);
            await region.QuietAsync();
        }
    }
}
