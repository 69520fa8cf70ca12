using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Intake;

/// <summary>The people of a county's duty desk, and what they send.</summary>
internal static class Desk
{
    internal const string County = "yongji-duty", Township = "beidahu-town", City = "jilin-duty";

    internal static ApiClient Officer(this Region region, string agency = County) => region.As(agency, Roles.DutyOfficer);

    internal static ApiClient Sender(this Region region, string agency = Township) => region.As(agency, Roles.Reporter);

    internal static object Place(string area = "220221", double latitude = 43.6, double longitude = 126.5, string? words = null) =>
        new { areaCode = area, latitude, longitude, description = words };

    internal static object Counts(params (string Kind, int Count)[] counts) => counts.Select(c => new { kind = c.Kind, count = c.Count }).ToList();

    /// <summary>A township's initial report to its county, known ten minutes ago.</summary>
    internal static Dictionary<string, object?> Report(object? content = null, object? place = null) => new()
    {
        ["kind"] = "Initial",
        ["source"] = "Agency",
        ["channel"] = "Phone",
        ["toAgency"] = County,
        ["category"] = "NaturalDisaster",
        ["place"] = place ?? Place(area: $"22{Random.Shared.Next(1000, 9999)}"),
        ["knownAt"] = DateTimeOffset.UtcNow.AddMinutes(-10),
        ["tier"] = "Township",
        ["toTier"] = "County",
        ["content"] = content ?? Whole(),
    };

    internal static Dictionary<string, object?> Whole(int dead = 0, int missing = 0, DateTimeOffset? occurredAt = null) => new()
    {
        ["occurredAt"] = occurredAt ?? DateTimeOffset.UtcNow.AddMinutes(-30),
        ["eventKind"] = "FloodOrDrought",
        ["eventCode"] = "11A01",
        ["casualties"] = Counts(("Dead", dead), ("Missing", missing)),
        ["suspectedGrade"] = "Considerable",
    };

    internal static Dictionary<string, object?> With(this Dictionary<string, object?> body, string member, object? value) => new(body) { [member] = value };

    internal static async Task<JsonElement> SendAsync(this ApiClient sender, object? body = null)
    {
        using var answer = await sender.PostAsync("/v1/reports", body ?? Report());
        return await answer.JsonAsync();
    }

    /// <summary>Takes a decision on the newest version of a thing and gives what it answered.</summary>
    internal static async Task<JsonElement> DecideAsync(this ApiClient who, string path, string verb, object? body = null)
    {
        var version = (await who.GetJsonAsync(path)).GetProperty("version").GetInt32();
        using var answer = await who.PostAsync($"{path}/{verb}", body, version);
        return await answer.JsonAsync();
    }

    internal static async Task<JsonElement> VerifiedAsync(this Region region, object? body = null)
    {
        var id = (await region.Sender().SendAsync(body)).Id();
        var officer = region.Officer();
        await officer.DecideAsync($"/v1/reports/{id}", "triage", new { priority = "Urgent" });
        await officer.DecideAsync($"/v1/reports/{id}", "begin-verification");
        return await officer.DecideAsync($"/v1/reports/{id}", "verify", new { });
    }

    /// <summary>Clocks of an entity, newest occurrence last, as the service's own page shows them.</summary>
    internal static async Task<List<JsonElement>> ClocksAsync(this Region region, Guid entity, string key, Guid? exercise = null)
    {
        var found = new List<JsonElement>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await region.As("region", Roles.Operator).GetJsonAsync($"/v1/intake/clocks?limit=200{(exercise is { } id ? $"&exercise={id}" : "")}{(cursor.Length > 0 ? $"&cursor={cursor}" : "")}");
            found.AddRange(page.GetProperty("items").EnumerateArray().Where(c => c.Text("key") == key && c.GetProperty("entityId").GetGuid() == entity));
            cursor = page.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        return [.. found.OrderBy(c => c.GetProperty("occurrence").GetInt32())];
    }

    internal static async Task<List<string>> ClockStatesAsync(this Region region, Guid entity, string key, Guid? exercise = null) =>
        [.. (await region.ClocksAsync(entity, key, exercise)).Select(c => c.Text("state"))];

    /// <summary>Data of the region's events of a type about a subject, oldest first: all, or what an agency is given.</summary>
    internal static async Task<List<JsonElement>> EventsAsync(this Region region, string type, Guid subject, Guid? exercise = null, string? agency = null)
    {
        await region.QuietAsync(exercise);
        var page = await (agency is null ? region.As("region", Roles.Auditor, Roles.Operator) : region.As(agency, Roles.Integration)).GetJsonAsync(
            $"/v1/events?type={type}&subject={subject}&limit=200{(exercise is { } id ? $"&exercise={id}" : "")}");
        return [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("event").GetProperty("data"))];
    }

    internal static Guid Id(this JsonElement view) => view.GetProperty("id").GetGuid();

    internal static string Text(this JsonElement view, string member) => view.GetProperty(member).GetString()!;

    internal static List<string> Texts(this JsonElement view, string member) => [.. view.GetProperty(member).EnumerateArray().Select(e => e.GetString()!)];
}
