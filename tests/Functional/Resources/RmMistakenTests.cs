using static Coordination.Tests.Functional.Resources.RmXml;

namespace Coordination.Tests.Functional.Resources;

/// <summary>What a system of a partner gets wrong with threads, recalls and names moves no other boat, and nothing twice.</summary>
public abstract class RmMistakenTests(Region region) : RmAsked(region)
{
    public sealed class Embedded(EmbeddedRegion region) : RmMistakenTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : RmMistakenTests(region);

    [Fact]
    public async Task An_order_at_another_price_than_the_one_that_was_offered_is_none()
    {
        var unit = await AskedAsync();
        var fill = (await Neighbour.DoneAsync(new("ResponseToRequestResource", $"{Thread}-A", Thread, Thread, Element("a", quantity: 4, answers: "1", resource: unit, price: "50000", currency: "CNY")))).Fill();
        await Region.QuietAsync();
        var cheaper = await City.SayAsync(new("RequisitionResource", $"{Thread}-Q", Thread, $"{Thread}-A", Element("q", "speedboat", 4, price: "30000", currency: "CNY")));
        Assert.Equal(("Held", "PriceWithoutOrder"), (cheaper.Text("state"), cheaper.Text("reason")));
        Assert.Equal("Offered", (await City.GetAsync($"fills/{fill}")).Text("state"));
    }

    [Fact]
    public async Task A_report_of_another_boat_moves_no_boat()
    {
        await AskedAsync();
        var mine = $"Boat {Guid.NewGuid():N}";
        var unit = (await Neighbour.CreateAsync("units", new { callSign = mine, typeCode = "speedboat", strength = 4 })).Id();
        var fill = (await Neighbour.DoneAsync(new("CommitResource", $"{Thread}-C", Thread, Thread, Element("c", quantity: 4, answers: "1", resource: unit)))).Fill();
        var other = await Neighbour.SayAsync(Report("S1", "Another boat"));
        Assert.Equal(("Held", "NoSuchElement"), (other.Text("state"), other.Text("reason")));
        Assert.Equal("Committed", (await Neighbour.GetAsync($"offers/{fill}")).Text("state"));
        await Neighbour.DoneAsync(Report("S2", mine));
        Assert.Equal("Mobilizing", (await Neighbour.GetAsync($"offers/{fill}")).Text("state"));

        RmXml Report(string id, string resource) => new("ReportResourceDeploymentStatus", $"{Thread}-{id}", Thread, $"{Thread}-C", Element("s", status: "Mobilizing", resource: resource));
    }

    [Fact]
    public async Task Two_agencies_that_chose_the_same_ids_are_told_apart_by_whom_an_answer_is_for()
    {
        var unit = await AskedAsync();
        await Of("medical").DoneAsync(Request, "fire");
        await Region.QuietAsync();
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
        await Neighbour.DoneAsync(new("CommitResource", $"{Thread}-C", Thread, Thread, Element("c", quantity: 4, answers: "1", resource: unit)));
        Assert.Equal("Executed", (await Neighbour.StateAsync(Thread, $"{Thread}-0")).State);

        RmXml Report(int n) => new("ReportResourceDeploymentStatus", $"{Thread}-{n}", Thread, $"{Thread}-C", Element("s", status: "Mobilizing"));
    }

    [Fact]
    public async Task A_late_report_moves_nothing_back_and_an_early_one_waits_for_its_turn()
    {
        var (city, neighbour, unit) = (City, Neighbour, await AskedAsync());
        var fill = (await neighbour.DoneAsync(new("CommitResource", $"{Thread}-C", Thread, Thread, Element("c", quantity: 4, answers: "1", resource: unit)))).Fill();
        var early = await neighbour.SayAsync(Report("S2", "EnRoute"));
        Assert.Equal(("Waiting", "AheadOfBook"), (early.Text("state"), early.Text("reason")));
        await neighbour.DoneAsync(Report("S1", "Mobilizing"));
        Assert.Equal(("Executed", ""), await neighbour.StateAsync(Thread, $"{Thread}-S2"));
        await Region.QuietAsync();
        await city.DoAsync($"fills/{fill}", "check-in", new { });
        await Region.QuietAsync();
        var late = await neighbour.SayAsync(Report("S3", "Mobilizing"));
        Assert.Equal(("Held", "BehindBook"), (late.Text("state"), late.Text("reason")));
        Assert.Equal("Staged", (await neighbour.GetAsync($"offers/{fill}")).Text("state"));

        RmXml Report(string id, string status) => new("ReportResourceDeploymentStatus", $"{Thread}-{id}", Thread, $"{Thread}-C", Element("s", status: status));
    }
}
