using static Coordination.Tests.Functional.Resources.RmXml;

namespace Coordination.Tests.Functional.Resources;

/// <summary>What a system of a partner gets wrong with threads, recalls and names moves no other boat, and nothing twice.</summary>
public abstract class RmMistakenTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : RmMistakenTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : RmMistakenTests(region);

    private readonly string t = $"M/{Guid.NewGuid():N}";

    private Book City => Of("police");

    private Book Neighbour => Of("fire");

    [Fact]
    public async Task A_message_is_called_back_once_and_what_replaced_it_by_its_own_id()
    {
        var unit = await AskedAsync();
        await Neighbour.DoneAsync(Response("A", 4, unit));
        var second = (await Neighbour.DoneAsync(Response("A2", 3, unit).Recalls($"{t}-A", "Update"))).Fill();
        var again = await Neighbour.SayAsync(Response("A3", 2, unit).Recalls($"{t}-A", "Update"));
        Assert.Equal(("Held", "NotRecallable"), (again.Text("state"), again.Text("reason")));
        Assert.Equal("Offered", (await Neighbour.GetAsync($"offers/{second}")).Text("state"));
        await Neighbour.DoneAsync(Response("A4", 2, unit).Recalls($"{t}-A2", "Update"));
        Assert.Equal("Recalled", (await Neighbour.GetAsync($"offers/{second}")).Text("state"));
    }

    [Fact]
    public async Task An_update_that_came_first_and_is_badly_said_leaves_what_it_would_have_replaced()
    {
        var vain = await City.SayAsync(new RmXml("RequestResource", $"{t}-U", t, null, Line("flying-carpet")) { Incident = $"{Guid.NewGuid()}" }.Recalls(t, "Update"), "fire");
        Assert.Equal(("Waiting", "RecallAhead"), (vain.Text("state"), vain.Text("reason")));
        await City.DoneAsync(Request, "fire");
        Assert.Equal("Held", (await City.StateAsync(t, $"{t}-U")).State);
    }

    [Fact]
    public async Task An_update_that_waits_leaves_what_it_replaces_until_it_is_done()
    {
        var unit = await AskedAsync();
        var first = (await Neighbour.DoneAsync(Response("A", 4, unit))).Fill();
        var early = await Neighbour.SayAsync((Response("A2", 3, unit) with { Preceding = $"{t}-later" }).Recalls($"{t}-A", "Update"));
        Assert.Equal(("Waiting", "PrecedingUnknown"), (early.Text("state"), early.Text("reason")));
        Assert.Equal("Offered", (await Neighbour.GetAsync($"offers/{first}")).Text("state"));
    }

    [Fact]
    public async Task An_order_at_another_price_than_the_one_that_was_offered_is_none()
    {
        var unit = await AskedAsync();
        var fill = (await Neighbour.DoneAsync(new("ResponseToRequestResource", $"{t}-A", t, t, Element("a", quantity: 4, answers: "1", resource: unit, price: "50000", currency: "CNY")))).Fill();
        await region.QuietAsync();
        var cheaper = await City.SayAsync(new("RequisitionResource", $"{t}-Q", t, $"{t}-A", Element("q", "speedboat", 4, price: "30000", currency: "CNY")));
        Assert.Equal(("Held", "PriceWithoutOrder"), (cheaper.Text("state"), cheaper.Text("reason")));
        Assert.Equal("Offered", (await City.GetAsync($"fills/{fill}")).Text("state"));
    }

    [Fact]
    public async Task A_report_of_another_boat_moves_no_boat()
    {
        await AskedAsync();
        var mine = $"Boat {Guid.NewGuid():N}";
        var unit = (await Neighbour.CreateAsync("units", new { callSign = mine, typeCode = "speedboat", strength = 4 })).Id();
        var fill = (await Neighbour.DoneAsync(new("CommitResource", $"{t}-C", t, t, Element("c", quantity: 4, answers: "1", resource: unit)))).Fill();
        var other = await Neighbour.SayAsync(Report("S1", "Another boat"));
        Assert.Equal(("Held", "NoSuchElement"), (other.Text("state"), other.Text("reason")));
        Assert.Equal("Committed", (await Neighbour.GetAsync($"offers/{fill}")).Text("state"));
        await Neighbour.DoneAsync(Report("S2", mine));
        Assert.Equal("Mobilizing", (await Neighbour.GetAsync($"offers/{fill}")).Text("state"));

        RmXml Report(string id, string resource) => new("ReportResourceDeploymentStatus", $"{t}-{id}", t, $"{t}-C", Element("s", status: "Mobilizing", resource: resource));
    }

    [Fact]
    public async Task Two_agencies_that_chose_the_same_ids_are_told_apart_by_whom_an_answer_is_for()
    {
        var unit = await AskedAsync();
        await Of("medical").DoneAsync(Request, "fire");
        await region.QuietAsync();
        var both = await Neighbour.SayAsync(Response("A", 4, unit));
        Assert.Equal(("Held", "Unclear"), (both.Text("state"), both.Text("reason")));
        var fill = (await Neighbour.DoneAsync(Response("B", 4, unit), "police")).Fill();
        Assert.Equal("police", (await Neighbour.GetAsync($"offers/{fill}")).Text("requesterAgency"));
        Assert.Equal("Waiting", (await Neighbour.SayAsync(Response("D", 4, unit), "county")).Text("state"));
    }

    [Fact]
    public async Task As_many_as_may_wait_never_shut_out_what_they_wait_for()
    {
        var unit = await AskedAsync();
        for (var n = 0; n < 50; n++) Assert.Equal("Waiting", (await Neighbour.SayAsync(Report(n))).Text("state"));
        using (var crowded = await Neighbour.Commander.SendAsync("fire", Report(50).ToString())) await crowded.ProblemAsync(409, "rm-thread-waits");
        await Neighbour.DoneAsync(new("CommitResource", $"{t}-C", t, t, Element("c", quantity: 4, answers: "1", resource: unit)));
        Assert.Equal("Executed", (await Neighbour.StateAsync(t, $"{t}-0")).State);

        RmXml Report(int n) => new("ReportResourceDeploymentStatus", $"{t}-{n}", t, $"{t}-C", Element("s", status: "Mobilizing"));
    }

    private RmXml Request => new("RequestResource", t, t, null, Line("speedboat")) { Incident = $"{Guid.NewGuid()}" };

    private static string Line(string type) => Element("1", type, 4, function: "Rescue", times: ("RequestedArrival", DateTimeOffset.UtcNow.AddHours(6)));

    private RmXml Response(string id, int quantity, string unit) => new("ResponseToRequestResource", $"{t}-{id}", t, t, Element("a", quantity: quantity, answers: "1", resource: unit));

    /// <summary>The city asks its neighbour for four; gives a boat of the neighbour's.</summary>
    private async Task<string> AskedAsync()
    {
        var unit = await Neighbour.UnitAsync("speedboat", 4);
        await City.DoneAsync(Request, "fire");
        await region.QuietAsync();
        return unit;
    }

    private Book Of(string agency) => new((a, roles) => region.As(a, roles), agency);
}
