using System.Text.Json;
using Coordination.Contracts;
using Coordination.Tests.Functional.Command;
using Coordination.Tests.Functional.PublicInformation;
using Coordination.Tests.Functional.Resources;

namespace Coordination.Tests.Functional.Peers;

/// <summary>What one service asks another, in one process and between processes.</summary>
public abstract class PeerTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : PeerTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : PeerTests(region);

    [Fact]
    public async Task A_command_sees_what_the_agencies_of_its_incident_could_send()
    {
        var scene = await Scene.HeldAsync(region);
        var incident = await scene.IncidentAsync();
        var type = "assault-boat";
        foreach (var (callSign, strength) in ((string, int)[])[("one", 3), ("two", 4)])
            await scene.OkAsync("county", "/v1/agencies/county/units", new { callSign, typeCode = type, strength }, roles: [Roles.Logistics]);
        var seen = await AnsweredAsync(scene.As("county"), $"/v1/incidents/{incident}/availability?typeCode={type}");
        var agency = Assert.Single(seen.GetProperty("agencies").EnumerateArray());
        Assert.Equal("county", agency.Text("agency"));
        var boats = Assert.Single(agency.GetProperty("types").EnumerateArray());
        Assert.Equal((2, 2), (boats.GetProperty("units").GetInt32(), boats.GetProperty("available").GetInt32()));
    }

    [Fact]
    public async Task A_fact_is_compared_with_the_record_of_command()
    {
        var desk = await PublicInformation.Desk.OpenAsync(region);
        var incident = await desk.ConfirmedIncidentAsync();
        var (old, newest) = (await CountAsync(desk.Scene, incident, 2), await CountAsync(desk.Scene, incident, 3));
        object[] facts = [Fact("CasualtyLedger", old), Fact("CasualtyLedger", newest), Fact("Decision", newest), Fact("Decision", Guid.CreateVersion7()), Fact("Laboratory", Guid.CreateVersion7())];
        var statement = await PublicInformation.Desk.OkAsync(desk.Officer, "/v1/statements", PublicInformation.Desk.Words(incident, facts: facts));
        var compared = await AnsweredAsync(desk.Officer, $"/v1/statements/{statement.Id()}/facts");
        Assert.Equal(["Outdated", "Holds", "Unknown", "Unknown", "NotOfCommand"], compared.GetProperty("facts").EnumerateArray().Select(f => f.Text("standing")));
    }

    [Fact]
    public async Task A_requester_sees_lease_and_commitment_in_the_suppliers_book()
    {
        var (needs, has) = (Book($"needs{Random.Shared.Next()}"), Book($"has{Random.Shared.Next()}"));
        var request = await needs.RequestAsync("assault-boat", 6);
        await needs.AskAsync(request, has.Agency, 6);
        await region.QuietAsync();
        var offer = await has.CreateAsync($"asks/{await has.AskIdAsync(request)}/offer", new { quantity = 6, unitId = await has.UnitAsync("assault-boat", 6) });
        await region.QuietAsync();
        var books = await AnsweredAsync(needs.Logistics, $"/v1/agencies/{needs.Agency}/fills/{offer.Id()}/books");
        Assert.Equal(("Offered", "Offered", "Held", true), (books.Text("requester"), books.Text("supplier"), books.Text("reservation"), books.GetProperty("agree").GetBoolean()));
        Assert.NotEqual("", books.Text("validUntil"));
        await needs.DoAsync($"fills/{offer.Id()}", "select");
        await needs.DoAsync($"fills/{offer.Id()}", "order", new { });
        await region.QuietAsync();
        await has.DoAsync($"offers/{offer.Id()}", "commit", new { });
        await region.QuietAsync();
        Assert.Equal("Committed", (await AnsweredAsync(needs.Logistics, $"/v1/agencies/{needs.Agency}/fills/{offer.Id()}/books")).Text("supplier"));
        using var stranger = await region.As("stranger", Roles.Logistics).GetAsync($"/v1/agencies/{has.Agency}/counterparts/{offer.Id()}");
        await stranger.ProblemAsync(404, "not-found");
    }

    private static async Task<JsonElement> AnsweredAsync(ApiClient who, string path)
    {
        using var answer = await AskedAgain.UntilServedAsync(() => who.GetAsync(path));
        return await answer.JsonAsync();
    }

    private Book Book(string agency) => new((a, roles) => region.As(a, roles), agency);

    private static object Fact(string source, Guid id) => new { text = "Six people are missing", source, sourceId = id, sourceAgency = "county" };

    private static async Task<Guid> CountAsync(Scene scene, Guid incident, int missing)
    {
        var now = await scene.NowAsync();
        await scene.OkAsync("county", $"/v1/incidents/{incident}/casualties", new { counts = new[] { new { kind = "Missing", count = missing, confidence = "Reported" } }, occurredAt = now, knownAt = now });
        return (await scene.As("county").GetJsonAsync($"/v1/incidents/{incident}/casualties")).GetProperty("items").EnumerateArray().Last().GetProperty("id").GetGuid();
    }
}
