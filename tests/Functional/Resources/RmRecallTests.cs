using static Coordination.Tests.Functional.Resources.RmXml;

namespace Coordination.Tests.Functional.Resources;

/// <summary>Who sent a message calls it back, or replaces it, once; whatever comes first.</summary>
public abstract class RmRecallTests(Region region) : RmAsked(region)
{
    public sealed class Embedded(EmbeddedRegion region) : RmRecallTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : RmRecallTests(region);

    [Fact]
    public async Task A_recall_that_comes_first_is_kept_and_what_it_recalls_is_not_done()
    {
        var (neighbour, unit) = (Neighbour, await AskedAsync());
        var response = Response("A", 4, unit);
        var recall = await neighbour.SayAsync((response with { Id = $"{Thread}-Z" }).Recalls($"{Thread}-A"));
        Assert.Equal(("Waiting", "RecallAhead"), (recall.Text("state"), recall.Text("reason")));
        Assert.Equal("Recalled", (await neighbour.SayAsync(response)).Text("state"));
        Assert.Equal(("Executed", ""), await neighbour.StateAsync(Thread, $"{Thread}-Z"));
        Assert.Equal("Available", (await neighbour.GetAsync($"units/{unit}")).Text("state"));
    }

    [Fact]
    public async Task A_recall_takes_back_what_was_done_and_an_update_does_it_anew()
    {
        var (city, neighbour, unit) = (City, Neighbour, await AskedAsync());
        var first = (await neighbour.DoneAsync(Response("A", 4, unit))).Fill();
        var vain = await neighbour.SayAsync(Response("A1", 40, unit).Recalls($"{Thread}-A", "Update"));
        Assert.Equal("Held", vain.Text("state"));
        Assert.Equal("Offered", (await neighbour.GetAsync($"offers/{first}")).Text("state"));
        var second = (await neighbour.DoneAsync(Response("A2", 3, unit).Recalls($"{Thread}-A", "Update"))).Fill();
        Assert.Equal(("Recalled", "Offered"), ((await neighbour.GetAsync($"offers/{first}")).Text("state"), (await neighbour.GetAsync($"offers/{second}")).Text("state")));
        await Region.QuietAsync();
        await city.DoneAsync(Request.Recalls(Thread) with { Id = $"{Thread}-0" });
        await Region.QuietAsync();
        Assert.Equal("Declined", (await neighbour.GetAsync($"offers/{second}")).Text("state"));
        Assert.Equal("Recalled", (await city.StateAsync(Thread, Thread)).State);
    }

    [Fact]
    public async Task A_refusal_is_not_called_back()
    {
        await AskedAsync();
        var no = new RmXml("ResponseToRequestResource", $"{Thread}-N", Thread, Thread, Element("a", answers: "1", how: "Decline"));
        await Neighbour.DoneAsync(no);
        var vain = await Neighbour.SayAsync((no with { Id = $"{Thread}-N2" }).Recalls($"{Thread}-N"));
        Assert.Equal(("Held", "NotRecallable"), (vain.Text("state"), vain.Text("reason")));
    }

    [Fact]
    public async Task A_message_is_called_back_once_and_what_replaced_it_by_its_own_id()
    {
        var unit = await AskedAsync();
        await Neighbour.DoneAsync(Response("A", 4, unit));
        var second = (await Neighbour.DoneAsync(Response("A2", 3, unit).Recalls($"{Thread}-A", "Update"))).Fill();
        var again = await Neighbour.SayAsync(Response("A3", 2, unit).Recalls($"{Thread}-A", "Update"));
        Assert.Equal(("Held", "NotRecallable"), (again.Text("state"), again.Text("reason")));
        Assert.Equal("Offered", (await Neighbour.GetAsync($"offers/{second}")).Text("state"));
        await Neighbour.DoneAsync(Response("A4", 2, unit).Recalls($"{Thread}-A2", "Update"));
        Assert.Equal("Recalled", (await Neighbour.GetAsync($"offers/{second}")).Text("state"));
    }

    [Fact]
    public async Task An_update_that_came_first_and_is_badly_said_leaves_what_it_would_have_replaced()
    {
        var vain = await City.SayAsync(new RmXml("RequestResource", $"{Thread}-U", Thread, null, Line("flying-carpet")) { Incident = $"{Guid.NewGuid()}" }.Recalls(Thread, "Update"), "fire");
        Assert.Equal(("Waiting", "RecallAhead"), (vain.Text("state"), vain.Text("reason")));
        await City.DoneAsync(Request, "fire");
        Assert.Equal("Held", (await City.StateAsync(Thread, $"{Thread}-U")).State);
    }

    [Fact]
    public async Task An_update_of_which_something_would_wait_is_held_whole_and_leaves_what_it_would_replace()
    {
        var unit = await AskedAsync();
        var first = (await Neighbour.DoneAsync(Response("A", 4, unit))).Fill();
        var early = await Neighbour.SayAsync((Response("A2", 3, unit) with { Preceding = $"{Thread}-later" }).Recalls($"{Thread}-A", "Update"));
        Assert.Equal(("Held", "PrecedingUnknown"), (early.Text("state"), early.Text("reason")));
        Assert.Equal("Offered", (await Neighbour.GetAsync($"offers/{first}")).Text("state"));
        // What it replaced is still the one that stands: it, and not the update in vain, is what the next names.
        var vain = await Neighbour.SayAsync(Response("A3", 2, unit).Recalls($"{Thread}-A2", "Update"));
        Assert.Equal(("Held", "NotRecallable"), (vain.Text("state"), vain.Text("reason")));
        await Neighbour.DoneAsync(Response("A4", 2, unit).Recalls($"{Thread}-A", "Update"));
        Assert.Single((await Neighbour.GetAsync("offers?limit=200")).GetProperty("items").EnumerateArray(), f => f.Text("unitId") == unit && f.Text("state") == "Offered");
    }
}
