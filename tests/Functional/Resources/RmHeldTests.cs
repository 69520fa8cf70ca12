using System.Text;
using Coordination.Contracts;
using static Coordination.Tests.Functional.Resources.RmXml;

namespace Coordination.Tests.Functional.Resources;

/// <summary>What a message of EDXL-RM says badly, twice, too late or in vain moves nothing, and is kept with the reason.</summary>
public abstract class RmHeldTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : RmHeldTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : RmHeldTests(region);

    private readonly string t = $"T/{Guid.NewGuid():N}";

    private Book City => new((a, roles) => region.As(a, roles), "police");

    private Book Neighbour => new((a, roles) => region.As(a, roles), "fire");

    private RmXml Request(params string[] elements) => new("RequestResource", t, t, null, elements.Length > 0 ? elements : [Line("1", 4)]) { Incident = $"{Guid.NewGuid()}" };

    private static string Line(string id, int quantity, string type = "speedboat") => Element(id, type, quantity, function: "Rescue", times: ("RequestedArrival", DateTimeOffset.UtcNow.AddHours(6)));

    private RmXml Response(string id, params string[] elements) => new("ResponseToRequestResource", $"{t}-{id}", t, t, elements);

    [Fact]
    public async Task Of_several_elements_the_clear_ones_are_done_and_each_other_is_held_with_its_reason()
    {
        var (city, neighbour) = (City, Neighbour);
        var unit = await neighbour.UnitAsync("speedboat", 4);
        var asked = await city.SayAsync(Request(Line("1", 4), Line("2", 2, "flying-carpet"), Line("3", 3), Element("4", "speedboat", function: "Rescue", times: ("ReportTo", DateTimeOffset.UtcNow.AddHours(1)))), "fire");
        Assert.Equal("PartlyExecuted", asked.Text("state"));
        Assert.Equal(["Executed ", "Held TypeUnclear", "Executed ", "Held QuantityUnclear"], asked.GetProperty("elements").EnumerateArray().Select(e => $"{e.Text("state")} {e.Text("reason")}"));
        await region.QuietAsync();
        var answered = await neighbour.SayAsync(Response("A", Element("a", quantity: 4, answers: "1", resource: unit), Element("b", quantity: 2, answers: "1", resource: unit), Element("c", quantity: 1, answers: "9"),
            Element("d", answers: "3", how: "Decline")));
        Assert.Equal(["Executed ", "Held more-than-asked", "Held ", "Executed "], answered.GetProperty("elements").EnumerateArray().Select(e => $"{e.Text("state")} {e.Text("rule")}"));
        Assert.Equal("NoSuchElement", answered.GetProperty("elements")[2].Text("reason"));
        // What was refused half way has left nothing: the ask has four offered, and the unit one lease.
        var ask = asked.GetProperty("elements")[0].GetProperty("askIds")[0].GetString();
        Assert.Equal(4, (await neighbour.GetAsync($"asks/{ask}")).GetProperty("offered").GetInt32());
    }

    [Fact]
    public async Task Two_fills_that_fit_are_nobodys_choice()
    {
        var (city, neighbour) = (City, Neighbour);
        await city.DoneAsync(Request(), "fire");
        await region.QuietAsync();
        var offers = await neighbour.DoneAsync(Response("A", Element("a", quantity: 2, answers: "1", resource: await neighbour.UnitAsync("speedboat", 2)),
            Element("b", quantity: 2, answers: "1", resource: await neighbour.UnitAsync("speedboat", 2))));
        await region.QuietAsync();
        var unclear = await city.SayAsync(new("RequisitionResource", $"{t}-Q", t, $"{t}-A", Element("q", "speedboat", 2)));
        Assert.Equal(("Held", "Unclear"), (unclear.Text("state"), unclear.Text("reason")));
        foreach (var i in (int[])[0, 1]) Assert.Equal("Offered", (await city.GetAsync($"fills/{offers.Fill(i)}")).Text("state"));
        var named = await city.DoneAsync(new("RequisitionResource", $"{t}-Q2", t, $"{t}-A", Element("q", "speedboat", 2, resource: offers.Fill(1))));
        Assert.Equal(offers.Fill(1), named.Fill());
    }

    [Fact]
    public async Task A_price_is_never_invented()
    {
        var (city, neighbour) = (City, Neighbour);
        var unit = await neighbour.UnitAsync("speedboat", 4);
        await city.DoneAsync(Request(), "fire");
        await region.QuietAsync();
        var bare = await neighbour.SayAsync(Response("A", Element("a", quantity: 4, answers: "1", resource: unit, price: "500")));
        Assert.Equal(("Held", "PriceUnclear"), (bare.Text("state"), bare.Text("reason")));
        var committed = await neighbour.SayAsync(new("CommitResource", $"{t}-C", t, t, Element("c", quantity: 4, answers: "1", resource: unit, price: "50000", currency: "CNY")));
        Assert.Equal(("Held", "PriceWithoutOrder"), (committed.Text("state"), committed.Text("reason")));
        var fill = (await neighbour.DoneAsync(Response("B", Element("a", quantity: 4, answers: "1", resource: unit, price: "50000", currency: "CNY")))).Fill();
        await region.QuietAsync();
        var unfunded = await city.SayAsync(new("RequisitionResource", $"{t}-Q", t, $"{t}-B", Element("q", "speedboat", 4)));
        Assert.Equal("funding-required", unfunded.GetProperty("elements")[0].Text("rule"));
        // Select and order are one: where the order is refused, nothing is selected.
        Assert.Equal("Offered", (await city.GetAsync($"fills/{fill}")).Text("state"));
    }

    [Fact]
    public async Task Kinds_of_others_questions_and_tests_are_kept_and_shown()
    {
        var city = City;
        var other = await city.SayAsync(new("RequestHelicopterWash", $"{t}-W", t, null));
        Assert.Equal(("Held", "UnknownType"), (other.Text("state"), other.Text("reason")));
        var question = await city.SayAsync(new("RequestInformation", $"{t}-I", t, null) { Description = "How are you?" });
        Assert.Equal(("Held", "NotExecuted"), (question.Text("state"), question.Text("reason")));
        foreach (var (status, reason) in ((string, string)[])[("Test", "NotActual"), ("Exercise", "NotActual")])
        {
            using var answer = await city.Commander.SendAsync("police", Enveloped(Request() with { Id = $"{t}-{status}", Thread = $"{t}-{status}" }, status));
            Assert.Equal(reason, (await answer.JsonAsync()).Text("reason"));
        }
        using var feigned = await city.Commander.SendAsync("police", Enveloped(Request(), "Actual", sender: "fire@example.org"));
        await feigned.ProblemAsync(403, "rm-sender");
        Assert.Equal(2, (await city.ThreadAsync(t)).GetProperty("messages").GetArrayLength());
    }

    [Fact]
    public async Task What_was_done_by_the_operations_is_given_as_messages_that_can_be_answered()
    {
        var (city, neighbour) = (City, Neighbour);
        var unit = await neighbour.UnitAsync("speedboat", 4);
        var request = await city.RequestAsync("speedboat", 4);
        await city.AskAsync(request, "fire", 4);
        await region.QuietAsync();
        var ask = (await neighbour.GetAsync($"asks?requestId={request}")).GetProperty("items")[0].Id();
        foreach (var book in (Book[])[city, neighbour])
            Assert.Equal(["RequestResource"], (await book.ThreadAsync(ask)).GetProperty("messages").EnumerateArray().Select(m => m.Text("type")));
        var (one, same) = (await XmlAsync(neighbour, ask, ask), await XmlAsync(neighbour, ask, ask));
        Assert.Equal(one, same);
        Assert.Contains("speedboat", one, StringComparison.Ordinal);
        var fill = (await neighbour.DoneAsync(new("ResponseToRequestResource", $"{t}-A", ask, ask, Element("a", quantity: 4, answers: ask, resource: unit)))).Fill();
        await region.QuietAsync();
        await city.DoAsync($"fills/{fill}", "select");
        await city.DoAsync($"fills/{fill}", "order", new { });
        await region.QuietAsync();
        var thread = (await neighbour.ThreadAsync(ask)).GetProperty("messages").EnumerateArray().ToList();
        Assert.Equal(["RequestResource", "ResponseToRequestResource", "RequisitionResource", "RequisitionResource"], thread.Select(m => m.Text("type")));
        var order = thread.Last(m => m.Text("type") == "RequisitionResource").Text("messageId");
        Assert.Contains(order, await XmlAsync(neighbour, ask, order), StringComparison.Ordinal);
        await neighbour.DoneAsync(new("CommitResource", $"{t}-C", ask, order, Element("c", quantity: 4, answers: fill)));
        Assert.Equal("Committed", (await neighbour.GetAsync($"offers/{fill}")).Text("state"));
    }

    [Fact]
    public async Task What_is_no_xml_or_names_an_entity_is_refused_and_nothing_is_kept()
    {
        foreach (var bad in (string[])["", "{}", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", Request().ToString()[..200]])
        {
            using var answer = await City.Commander.SendAsync("police", bad);
            await answer.ProblemAsync(400, "rm-xml");
        }
        using var none = await City.Logistics.GetAsync($"/v1/agencies/police/edxl-rm/thread?thread={Uri.EscapeDataString(t)}");
        await none.ProblemAsync(404, "not-found");
        using var json = await City.Commander.PostAsync("/v1/agencies/police/edxl-rm", new { });
        Assert.Equal(415, (int)json.StatusCode);
    }

    private static Task<string> XmlAsync(Book book, string thread, string message) =>
        book.Commander.Http.GetStringAsync($"/v1/agencies/{book.Agency}/edxl-rm/message?thread={Uri.EscapeDataString(thread)}&messageId={Uri.EscapeDataString(message)}");

    private static string Enveloped(RmXml message, string status, string sender = "police@example.org") => new StringBuilder($"""
        <EDXLDistribution xmlns="urn:oasis:names:tc:emergency:EDXL:DE:1.0"><distributionID>d</distributionID><senderID>{sender}</senderID><dateTimeSent>2026-11-29T08:00:00+00:00</dateTimeSent>
        <distributionStatus>{status}</distributionStatus><distributionType>Request</distributionType><combinedConfidentiality>UNCLASSIFIED</combinedConfidentiality>
        <explicitAddress><explicitAddressScheme>code</explicitAddressScheme><explicitAddressValue>fire</explicitAddressValue></explicitAddress>
        <contentObject><xmlContent><embeddedXMLContent>
        """).Append(message).Append("</embeddedXMLContent></xmlContent></contentObject></EDXLDistribution>").ToString();
}
