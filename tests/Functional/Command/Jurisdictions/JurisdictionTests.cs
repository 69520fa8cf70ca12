using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command.Jurisdictions;

public abstract class JurisdictionTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : JurisdictionTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : JurisdictionTests(region);

    private static async Task<JsonElement> SetAsync(Scene scene, string code, string tier, string? parent, string name)
    {
        using var set = await scene.As("region", Roles.Operator).PutAsync($"/v1/jurisdictions/{code}", new { tier, parent, name, nameZh = name });
        return await set.JsonAsync();
    }

    private static async Task RefusedAsync(Scene scene, string rule, string path, object body)
    {
        using var answer = await scene.As("region", Roles.Operator).PutAsync(path, body);
        await answer.ProblemAsync(400, rule);
    }

    [Fact]
    public async Task What_held_before_a_change_stays_on_record_and_can_be_read_as_of_then()
    {
        var scene = await Scene.HeldAsync(region);
        var before = await scene.NowAsync();
        await SetAsync(scene, "220300", "Prefecture", "220000", "Siping");
        await scene.AdvanceAsync(TimeSpan.FromHours(2));
        var moved = await SetAsync(scene, Scene.County, "County", "220300", "Yongji");
        Assert.Equal(before.AddHours(2), moved.GetProperty("validFrom").GetDateTimeOffset());
        Assert.Equal("220300", (await scene.ReadAsync($"/v1/jurisdictions/{Scene.County}")).GetProperty("parent").GetString());
        Assert.Equal("220200", (await scene.ReadAsync($"/v1/jurisdictions/{Scene.County}?asOf={before:yyyy-MM-ddTHH:mm:ssZ}")).GetProperty("parent").GetString());
        var records = (await scene.ReadAsync("/v1/jurisdictions")).GetProperty("items").EnumerateArray().Where(n => n.GetProperty("code").GetString() == Scene.County).ToList();
        Assert.Equal(2, records.Count);
        Assert.Equal(records[0].GetProperty("validTo").GetDateTimeOffset(), records[1].GetProperty("validFrom").GetDateTimeOffset());
    }

    [Fact]
    public async Task The_same_said_again_changes_nothing()
    {
        var scene = await Scene.HeldAsync(region);
        var first = await SetAsync(scene, "220300", "Prefecture", "220000", "Siping");
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        var again = await SetAsync(scene, "220300", "Prefecture", "220000", "Siping");
        Assert.Equal(first.GetProperty("validFrom").GetDateTimeOffset(), again.GetProperty("validFrom").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_report_chain_climbs_from_the_village_and_from_a_functional_node()
    {
        var scene = await Scene.HeldAsync(region);
        await SetAsync(scene, "220221101", "Township", Scene.County, "Kouqian");
        await SetAsync(scene, "220221101001", "Village", "220221101", "Village 1");
        await SetAsync(scene, "rail-shenyang", "Functional", "220000", "Shenyang railway bureau");
        foreach (var (agency, jurisdiction) in ((string, string)[])[("county", Scene.County), ("province", "220000"), ("rail", "rail-shenyang")])
            await scene.OkAsync("region", "/v1/authority-grants", new { agency, jurisdiction, power = "KeepDuty", basis = "Duty rules" }, roles: [Roles.Operator]);
        Assert.Equal(["county", "province"], await ChainAsync(scene, "220221101001"));
        Assert.Equal(["rail", "province"], await ChainAsync(scene, "rail-shenyang"));
    }

    [Fact]
    public async Task A_wrong_node_is_refused_and_only_an_operator_sets_one()
    {
        var scene = await Scene.HeldAsync(region);
        await RefusedAsync(scene, "jurisdiction-code", "/v1/jurisdictions/2202x1", new { tier = "County", parent = "220200", name = "n", nameZh = "n" });
        await RefusedAsync(scene, "unknown-jurisdiction", "/v1/jurisdictions/220222", new { tier = "County", parent = "990000", name = "n", nameZh = "n" });
        await RefusedAsync(scene, "tier-order", "/v1/jurisdictions/220222", new { tier = "County", parent = Scene.County, name = "n", nameZh = "n" });
        await RefusedAsync(scene, "tier-order", "/v1/jurisdictions/220200", new { tier = "County", parent = "220000", name = "n", nameZh = "n" });
        await RefusedAsync(scene, "circle", "/v1/jurisdictions/220000", new { tier = "Village", parent = Scene.County, name = "n", nameZh = "n" });
        await RefusedAsync(scene, "type", "/v1/jurisdictions/220222", new { tier = "Checkpoint", parent = "220200", name = "n", nameZh = "n" });
        await RefusedAsync(scene, "unknown-jurisdiction", "/v1/directory/water", new { jurisdiction = "990000", name = "n", nameZh = "n" });
        using var commander = await scene.As("county").PutAsync("/v1/jurisdictions/220222", new { tier = "County", parent = "220200", name = "n", nameZh = "n" });
        await commander.ProblemAsync(403, "role-required");
        using var unknown = await scene.As("county").GetAsync("/v1/jurisdictions/220222");
        await unknown.ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task An_agency_is_placed_in_the_tree_and_moves()
    {
        var scene = await Scene.HeldAsync(region);
        var first = await scene.NowAsync();
        foreach (var jurisdiction in (string[])[Scene.County, "220200"])
        {
            using var placed = await scene.As("region", Roles.Operator).PutAsync("/v1/directory/water", new { jurisdiction, name = "Water works", nameZh = "自来水公司" });
            Assert.Equal(jurisdiction, (await placed.JsonAsync()).GetProperty("jurisdiction").GetString());
            await scene.AdvanceAsync(TimeSpan.FromHours(1));
        }
        Assert.Equal("220200", (await scene.ReadAsync("/v1/directory/water")).GetProperty("jurisdiction").GetString());
        Assert.Equal(Scene.County, (await scene.ReadAsync($"/v1/directory/water?asOf={first:yyyy-MM-ddTHH:mm:ssZ}")).GetProperty("jurisdiction").GetString());
        Assert.Equal([Scene.County, "220200"], (await scene.ReadAsync("/v1/directory")).GetProperty("items").EnumerateArray().Select(p => p.GetProperty("jurisdiction").GetString()));
        using var unknown = await scene.As("county").GetAsync("/v1/directory/nobody");
        await unknown.ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_power_ends_once_and_stays_on_record()
    {
        var scene = await Scene.HeldAsync(region);
        var grant = await scene.OkAsync("region", "/v1/authority-grants", new { agency = "city", jurisdiction = "220200", power = "Command", basis = "Plan 3.1" }, roles: [Roles.Operator]);
        var path = $"/v1/authority-grants/{grant.GetProperty("id").GetGuid()}/end";
        var given = await scene.NowAsync();
        await scene.AdvanceAsync(TimeSpan.FromHours(1));
        await scene.RefusedAsync(428, "if-match-required", "region", path, roles: [Roles.Operator]);
        await scene.RefusedAsync(412, "stale-version", "region", path, ifMatch: 7, roles: [Roles.Operator]);
        await scene.OkAsync("region", path, ifMatch: 1, roles: [Roles.Operator]);
        await scene.RefusedAsync(409, "grant-ended", "region", path, ifMatch: 2, roles: [Roles.Operator]);
        await scene.RefusedAsync(400, "unknown-jurisdiction", "region", "/v1/authority-grants", new { agency = "city", jurisdiction = "990000", power = "Command", basis = "Plan 3.1" }, roles: [Roles.Operator]);
        await scene.RefusedAsync(400, "type", "region", "/v1/authority-grants", new { agency = "city", jurisdiction = "220200", power = "Detain", basis = "Plan 3.1" }, roles: [Roles.Operator]);
        Assert.Single((await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/authority-grants?jurisdiction=220200&asOf={given:yyyy-MM-ddTHH:mm:ssZ}")).GetProperty("items").EnumerateArray());
        Assert.Empty((await scene.As("region", Roles.Operator).GetJsonAsync($"/v1/authority-grants?asOf={given.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}")).GetProperty("items").EnumerateArray());
        var listed = (await scene.As("region", Roles.Operator).GetJsonAsync("/v1/authority-grants")).GetProperty("items").EnumerateArray().Single();
        Assert.Equal(await scene.NowAsync(), listed.GetProperty("validTo").GetDateTimeOffset());
    }

    private static async Task<IEnumerable<string?>> ChainAsync(Scene scene, string code) =>
        (await scene.ReadAsync($"/v1/jurisdictions/{code}/report-chain")).GetProperty("steps").EnumerateArray()
            .SelectMany(s => s.GetProperty("agencies").EnumerateArray()).Select(a => a.GetString());
}
