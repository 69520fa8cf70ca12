using System.Text.Json;
using Coordination.Contracts;
using Coordination.Tests.Functional.Command;

namespace Coordination.Tests.Functional.PublicInformation;

/// <summary>The public information desk of an exercise: an officer who writes, another person who approves, channels, and the public.</summary>
internal sealed class Desk(Region region, Scene scene)
{
    public static readonly object Ledger = Fact("CasualtyLedger", "county");

    public Scene Scene => scene;

    public ApiClient Officer { get; } = In(region.AsPerson("ann", "county", Roles.PublicInformationOfficer), scene);
    public ApiClient Approver { get; } = In(region.AsPerson("bob", "county", Roles.Approver, Roles.Commander), scene);
    public ApiClient Channel { get; } = In(region.AsPerson("cell-broadcast-1", "telecom", Roles.Integration), scene);
    public ApiClient Public { get; } = In(region.Anonymous(), scene);

    public static async Task<Desk> OpenAsync(Region region) => new(region, await Scene.HeldAsync(region));

    public static object Fact(string source, string agency, string? bearing = null) => bearing is null
        ? new { text = "Six people are missing", source, sourceId = Guid.CreateVersion7(), sourceAgency = agency }
        : new { text = "Traces were found", source, sourceId = Guid.CreateVersion7(), sourceAgency = agency, bearing };

    public static object Words(Guid? incident = null, Guid? supersedes = null, bool correction = false, string? notice = null, object[]? facts = null) =>
        new { title = "Flood in Yongji", body = "The water is falling", language = "zh-CN", facts = facts ?? [Ledger], incidentId = incident, supersedes, isCorrection = correction, notice };

    public static object Alert(string messageType = "Alert", Guid? references = null, string kind = "CrowdSafety", string[]? channels = null, DateTimeOffset? expires = null) => new
    {
        messageType, kind, urgency = "Immediate", severity = "Moderate", certainty = "Observed", references, expires, senderArea = "440303",
        texts = new[] { new { language = "zh-CN", headline = "东门超载", description = "东门步行街人数已达到最大承载量。", instruction = "请不要前往东门。" } },
        areas = new[] { new { description = "东门", areaCode = "440303" } },
        channels = channels ?? ["cell-broadcast", "loudspeaker"],
    };

    /// <summary>Decisions one after another on one thing; each is made on the version the one before left.</summary>
    public static async Task<JsonElement> StepsAsync(string path, JsonElement thing, params (ApiClient Who, string Verb, object? Body)[] steps)
    {
        foreach (var (who, verb, body) in steps)
        {
            using var answer = await who.PostAsync($"{path}/{thing.GetProperty("id").GetGuid()}/{verb}", body, thing.GetProperty("version").GetInt32());
            thing = await answer.JsonAsync();
        }
        return thing;
    }

    public static async Task<JsonElement> OkAsync(ApiClient who, string path, object? body = null)
    {
        using var answer = await who.PostAsync(path, body);
        return await answer.JsonAsync();
    }

    public static async Task<JsonElement> RefusedAsync(int status, string rule, ApiClient who, string path, object? body = null, int? ifMatch = null)
    {
        using var answer = await who.PostAsync(path, body, ifMatch);
        return await answer.ProblemAsync(status, rule);
    }

    public async Task<JsonElement> PublishedAsync(object words) => await StepsAsync("/v1/statements", await OkAsync(Officer, "/v1/statements", words),
        (Officer, "check-facts", null), (Officer, "submit", null), (Approver, "approve", null), (Officer, "publish", null));

    public async Task<JsonElement> IssuedAsync(object alert) =>
        await StepsAsync("/v1/alerts", await OkAsync(Officer, "/v1/alerts", alert), (Approver, "approve", null), (Officer, "issue", null));

    /// <summary>An incident that Command confirmed and this service has heard of.</summary>
    public async Task<Guid> ConfirmedIncidentAsync(string kind = "FloodOrDrought")
    {
        var incident = await scene.IncidentAsync(kind);
        await scene.OkAsync("county", $"/v1/incidents/{incident}/confirm", null, 1);
        await region.QuietAsync(scene.Exercise);
        return incident;
    }

    /// <summary>States of a clock of one entity, by recurrence.</summary>
    public async Task<IReadOnlyList<string>> ClockAsync(Guid entity, string key)
    {
        await region.QuietAsync(scene.Exercise);
        var clocks = await In(region.As("region", Roles.Operator), scene).GetJsonAsync($"/v1/public-information/clocks?exercise={scene.Exercise}&limit=200");
        return [.. clocks.GetProperty("items").EnumerateArray().Where(c => c.GetProperty("key").GetString() == key && c.GetProperty("entityId").GetGuid() == entity)
            .OrderBy(c => c.GetProperty("occurrence").GetInt32()).Select(c => c.GetProperty("state").GetString()!)];
    }

    /// <summary>States in the events of a type about a thing that an agency is given.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(string type, Guid thing, string agency)
    {
        await region.QuietAsync(scene.Exercise);
        var page = await scene.As(agency, Roles.Integration).GetJsonAsync($"/v1/events?exercise={scene.Exercise}&type={type}&subject={thing}&limit=200");
        return [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("event").GetProperty("data").GetProperty("state").GetString()!)];
    }

    private static ApiClient In(ApiClient client, Scene scene)
    {
        client.Exercise = scene.Exercise;
        return client;
    }
}
