namespace Coordination.Tests.Functional.Command.Groups;

public abstract class GroupTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : GroupTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : GroupTests(region);

    [Fact]
    public async Task A_group_is_staffed_with_a_head_works_and_is_released()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        var group = await scene.OkAsync("county", "/v1/groups", new { incidentId = incident, kind = "Rescue" });
        await scene.RefusedAsync(409, "group-exists", "county", "/v1/groups", new { incidentId = incident, kind = "Rescue" });
        var path = $"/v1/groups/{group.GetProperty("id").GetGuid()}";
        await scene.RefusedAsync(400, "required", "county", $"{path}/staff", new { members = Array.Empty<object>() }, 1);
        await scene.RefusedAsync(400, "null", "county", $"{path}/staff", """{"head":{"agency":"fire","post":"chief"},"members":[null]}""", 1);
        await scene.RefusedAsync(409, "illegal-transition", "county", $"{path}/operate", null, 1);
        var members = Enumerable.Range(1, 8).Select(i => new { agency = $"team-{i}", post = "leader" }).ToArray();
        group = await scene.StepsAsync("/v1/groups", group, ("county", "staff", new { head = new { agency = "fire", post = "chief" }, members }), ("county", "operate", null));
        Assert.True(group.GetProperty("spanExceeded").GetBoolean());
        group = await scene.StepsAsync("/v1/groups", group, ("county", "restaff", new { head = new { agency = "fire", post = "chief" }, members = members[..7] }), ("county", "release", null));
        Assert.False(group.GetProperty("spanExceeded").GetBoolean());
        Assert.Equal(1, (await scene.ReadAsync($"/v1/groups?incident={incident}")).GetProperty("items").GetArrayLength());
    }

    [Theory, InlineData("Containment"), InlineData("Negotiation"), InlineData("EvidenceFixing"), InlineData("OpinionResponse")]
    public async Task There_is_no_group_that_acts_on_people(string kind) =>
        await new Scene(region).RefusedAsync(400, "type", "county", "/v1/groups", new { incidentId = Guid.NewGuid(), kind });
}
