using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Command;

/// <summary>What most scenes of Command begin with: an exercise, a county, an incident, a plan in force; and steps told in one line.</summary>
internal sealed class Scene(Region region)
{
    public const string County = "220221";

    public Guid? Exercise { get; private set; }

    public ApiClient As(string agency, params string[] roles)
    {
        var client = region.As(agency, roles.Length > 0 ? roles : [Roles.Commander]);
        client.Exercise = Exercise;
        return client;
    }

    /// <summary>An exercise whose time is held at 2010-07-27 12:00 UTC, known to every service, with its county.</summary>
    public static async Task<Scene> HeldAsync(Region region)
    {
        var scene = new Scene(region);
        var exercise = await scene.OkAsync("region", "/v1/exercises", new { name = "Flood", startsAt = "2010-07-27T12:00:00Z", speed = 0 }, roles: [Roles.Operator]);
        scene.Exercise = exercise.GetProperty("id").GetGuid();
        await region.QuietAsync(scene.Exercise);
        foreach (var (code, tier, parent) in ((string, string, string?)[])[("220000", "Province", null), ("220200", "Prefecture", "220000"), (County, "County", "220200")])
        {
            using var set = await scene.As("region", Roles.Operator).PutAsync(
                $"/v1/jurisdictions/{code}", $$"""{"tier":"{{tier}}","parent":{{(parent is null ? "null" : $"\"{parent}\"")}},"name":"{{code}}","nameZh":"{{code}}"}""");
            await set.JsonAsync();
        }
        return scene;
    }

    /// <summary>Agencies that take part in an incident of the county.</summary>
    public async Task JoinAsync(Guid incident, params string[] agencies)
    {
        foreach (var agency in agencies) await OkAsync("county", $"/v1/incidents/{incident}/participants", new { agency });
    }

    public async Task AdvanceAsync(TimeSpan by)
    {
        var now = (await region.As("region", Roles.Operator).GetJsonAsync($"/v1/exercises/{Exercise}")).GetProperty("exerciseNow").GetDateTimeOffset();
        using var jumped = await region.As("region", Roles.Operator).PostAsync($"/v1/exercises/{Exercise}/advance", new { to = now + by });
        await jumped.JsonAsync();
        await region.QuietAsync(Exercise);
    }

    public async Task<DateTimeOffset> NowAsync() =>
        (await region.As("region", Roles.Operator).GetJsonAsync($"/v1/exercises/{Exercise}")).GetProperty("exerciseNow").GetDateTimeOffset();

    /// <summary>A call that must succeed.</summary>
    public async Task<JsonElement> OkAsync(string agency, string path, object? body = null, int? ifMatch = null, params string[] roles)
    {
        using var answer = await As(agency, roles).PostAsync(path, body, ifMatch);
        return await answer.JsonAsync();
    }

    /// <summary>A call that must be refused by this rule.</summary>
    public async Task<JsonElement> RefusedAsync(int status, string rule, string agency, string path, object? body = null, int? ifMatch = null, params string[] roles)
    {
        using var answer = await As(agency, roles).PostAsync(path, body, ifMatch);
        return await answer.ProblemAsync(status, rule);
    }

    /// <summary>A call about something that does not exist for the caller.</summary>
    public static async Task HiddenAsync(ApiClient client, string path, object body)
    {
        using var answer = await client.PostAsync(path, body);
        Assert.True((int)answer.StatusCode == 404 || (int)answer.StatusCode == 400 && (await answer.Content.ReadAsStringAsync()).Contains("unknown-incident", StringComparison.Ordinal),
            $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    public Task<JsonElement> ReadAsync(string path) => As("county").GetJsonAsync(path);

    /// <summary>Decisions one after another on one thing; each is made on the version the one before left.</summary>
    public async Task<JsonElement> StepsAsync(string path, JsonElement thing, params (string Agency, string Verb, object? Body)[] steps)
    {
        foreach (var (agency, verb, body) in steps)
            thing = await OkAsync(agency, $"{path}/{thing.GetProperty("id").GetGuid()}/{verb}", body, thing.GetProperty("version").GetInt32());
        return thing;
    }

    public async Task<Guid> IncidentAsync(string kind = "FloodOrDrought")
    {
        var now = await NowAsync();
        var incident = await OkAsync("county", "/v1/incidents", new { kind, title = "Songhua river", jurisdiction = County, occurredAt = now, knownAt = now });
        return incident.GetProperty("id").GetGuid();
    }

    public static object Content(params object[] checklist) => new
    {
        basis = "Flood law",
        organisation = "Flood headquarters",
        process = "Watch, warn, evacuate",
        resources = "30 boats",
        drills = "Once a year",
        draftingNote = "First edition",
        checklist = checklist.Length > 0 ? checklist : [Item("Active", "Rescue")],
    };

    public static object Item(string phase, string kind, int? expires = null, string addresseeKind = "Agency", string addressee = "fire") =>
        new { phase, kind, instruction = "As rehearsed", toAgency = "fire", addresseeKind, addressee, alternateAgency = "fire-2", superiorAgency = "fire-city", expiresAfterMinutes = expires };

    /// <summary>A plan whose first version is in force; returns that version.</summary>
    public async Task<JsonElement> PlanInForceAsync(object? content = null)
    {
        var plan = await OkAsync("county", "/v1/plans", new { name = "Flood", kind = "FloodTyphoonDrought", tier = "Special", drillDuty = "Special", jurisdiction = County, content = content ?? Content() });
        return await IntoForceAsync(plan.GetProperty("newestVersionId").GetGuid());
    }

    public async Task<JsonElement> IntoForceAsync(Guid version)
    {
        var draft = await ReadAsync($"/v1/plan-versions/{version}");
        return await StepsAsync("/v1/plan-versions", draft, ("county", "consult", null), ("county", "submit", new { consulted = new[] { "water" } }),
            ("city", "approve", null), ("county", "issue", null), ("county", "file", null), ("county", "put-in-force", null));
    }
}
