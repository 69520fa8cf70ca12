using System.Text.Json;
using Coordination.Client.Calls;
using Coordination.Contracts.Events;

namespace Coordination.Tests.Unit.Clients;

public sealed class CallTests
{
    private static readonly Guid Id = Guid.Parse("0198a000-0000-7000-8000-000000000001");

    private const string Order = """
        {"id":"0198a000-0000-7000-8000-000000000001","version":4,"state":"Issued","incidentId":"0198a000-0000-7000-8000-000000000009",
         "task":{"kind":"Rescue","instruction":"Search the east bank","toAgency":"fire","addresseeKind":"Agency","addressee":"fire"},
         "ground":"None","underReview":false,"revision":1,"fromAgency":"command","askedAgency":"fire","escalation":"None"}
        """;

    [Fact]
    public async Task A_decision_names_the_version_that_was_read_and_what_only_adds_names_none()
    {
        var region = new FakeRegion().Answers(200, Order);
        var orders = region.Client().Orders;
        var order = await orders.GetAsync(Id);
        await orders.AcceptAsync(order);
        await orders.AcknowledgeAsync(Id);
        Assert.Equal(["\"4\""], region.Asked[1].Headers.GetValues("If-Match"));
        Assert.False(region.Asked[2].Headers.Contains("If-Match"));
        Assert.Equal(["/v1/orders/0198a000-0000-7000-8000-000000000001/accept", "/v1/orders/0198a000-0000-7000-8000-000000000001/acknowledge"], region.Asked.Skip(1).Select(a => a.RequestUri!.PathAndQuery));
    }

    [Fact]
    public async Task Within_an_exercise_every_call_names_it()
    {
        var region = new FakeRegion().Answers(200, Order);
        var client = region.Client();
        await client.In(Id).Orders.GetAsync(Id);
        await client.Orders.GetAsync(Id);
        Assert.Equal([$"{Id}"], region.Asked[0].Headers.GetValues("Coordination-Exercise"));
        Assert.False(region.Asked[1].Headers.Contains("Coordination-Exercise"));
    }

    [Fact]
    public async Task A_list_is_asked_for_page_by_page_as_far_as_it_is_read()
    {
        var region = new FakeRegion().Answers(200, $$"""{"items":[{{Order}},{{Order}}],"next":"a b"}""").Answers(200, $$"""{"items":[{{Order}}],"next":"c"}""").Answers(200, """{"items":[]}""");
        var read = 0;
        await foreach (var order in region.Client().Orders.ListAsync(incident: Id, state: OrderState.Issued))
            if (++read == 2) Assert.Single(region.Asked);
        Assert.Equal(3, read);
        Assert.Equal(
            [$"/v1/orders?incident={Id}&state=Issued", $"/v1/orders?incident={Id}&state=Issued&cursor=a%20b", $"/v1/orders?incident={Id}&state=Issued&cursor=c"],
            region.Asked.Select(a => a.RequestUri!.PathAndQuery));
    }

    [Fact]
    public void A_value_of_a_newer_region_is_read_as_none_of_those_that_are_known()
    {
        var state = JsonSerializer.Deserialize<OrderState>("\"AddedLater\"", ClientJson.Options);
        Assert.False(Enum.IsDefined(state));
        Assert.Equal(OrderState.Issued, JsonSerializer.Deserialize<OrderState>("\"Issued\"", ClientJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Serialize(state, ClientJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<OrderState>("1", ClientJson.Options));
        Assert.False(Enum.IsDefined(JsonSerializer.Deserialize<OrderState>("\"1\"", ClientJson.Options)));
    }
}
