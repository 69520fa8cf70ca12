using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Mediation;

/// <summary>A mediation committee at work in an exercise whose time is held, its steps told in one line.</summary>
internal sealed class Committee(Region region, Guid exercise)
{
    public const string Agency = "street-committee";

    public Guid Exercise => exercise;

    public static async Task<Committee> MeetAsync(Region region, string startsAt = "2026-09-03T01:00:00Z")
    {
        using var begun = await region.As("region", Roles.Operator).PostAsync("/v1/exercises", new { name = "Dispute", startsAt, speed = 0 });
        var committee = new Committee(region, (await begun.JsonAsync()).GetProperty("id").GetGuid());
        await region.QuietAsync(committee.Exercise);
        return committee;
    }

    public ApiClient As(string agency, string role, string? subject = null) => region.AsPerson(subject ?? $"{agency}-{role}", agency, role).In(exercise);

    public ApiClient Mediator => As(Agency, Roles.Mediator);

    public Task<JsonElement> ReadAsync(string path) => Mediator.GetJsonAsync(path);

    public async Task<DateTimeOffset> NowAsync() =>
        (await region.As("region", Roles.Operator).GetJsonAsync($"/v1/exercises/{exercise}")).GetProperty("exerciseNow").GetDateTimeOffset();

    public async Task PassAsync(TimeSpan by)
    {
        using var jumped = await region.As("region", Roles.Operator).PostAsync($"/v1/exercises/{exercise}/advance", new { to = await NowAsync() + by });
        await jumped.JsonAsync();
        await region.QuietAsync(exercise);
    }

    public async Task<JsonElement> PostAsync(string path, object? body = null)
    {
        using var answer = await Mediator.PostAsync(path, body);
        return await answer.JsonAsync();
    }

    public async Task RefusedAsync(int status, string rule, string path, object? body = null, int? ifMatch = null)
    {
        using var answer = await Mediator.PostAsync(path, body, ifMatch);
        await answer.ProblemAsync(status, rule);
    }

    /// <summary>A decision on the newest version of the thing at <paramref name="path"/>.</summary>
    public async Task<JsonElement> DecideAsync(string path, string verb, object? body = null)
    {
        using var answer = await Mediator.PostAsync($"{path}/{verb}", body, (await ReadAsync(path)).GetProperty("version").GetInt32());
        return await answer.JsonAsync();
    }

    public async Task RefusedDecisionAsync(int status, string rule, string path, string verb, object? body = null) =>
        await RefusedAsync(status, rule, $"{path}/{verb}", body, (await ReadAsync(path)).GetProperty("version").GetInt32());

    public static object Named(string who) => new { name = who, contact = $"contact of {who}" };

    /// <summary>Applies, and gives the path of the case.</summary>
    public async Task<string> ApplyAsync(string kind = "Tenancy", string tier = "Street", int applicants = 2, object? parallel = null)
    {
        var body = new Dictionary<string, object?>
        {
            ["kind"] = kind,
            ["tier"] = tier,
            ["summary"] = "Secret: the rent was not refunded",
            ["applicants"] = Enumerable.Range(1, applicants).Select(i => Named($"Secret owner {i}")).ToList(),
            ["respondents"] = new[] { Named("Secret company") },
        };
        if (parallel is not null) body["parallel"] = parallel;
        return $"/v1/mediation-cases/{(await PostAsync("/v1/mediation-cases", body)).GetProperty("id").GetGuid()}";
    }

    public async Task<List<JsonElement>> PartiesAsync(string path) =>
        [.. (await ReadAsync($"{path}/parties?limit=200")).GetProperty("items").EnumerateArray()];

    public async Task<List<Guid>> TakingPartAsync(string path) =>
        [.. (await PartiesAsync(path)).Where(p => p.GetProperty("consent").GetString() == "Given").Select(p => p.GetProperty("id").GetGuid())];

    public async Task<Guid> CompanyAsync(string path) =>
        (await PartiesAsync(path)).First(p => p.GetProperty("side").GetString() == "Respondent").GetProperty("id").GetGuid();

    public async Task<Guid> OwnerAsync(string path) =>
        (await PartiesAsync(path)).First(p => p.GetProperty("side").GetString() == "Applicant").GetProperty("id").GetGuid();

    /// <summary>A case in which both sides agreed and accepted a mediator.</summary>
    public async Task<string> AgreedToTalkAsync(string kind = "Tenancy", string tier = "Street", string skill = "Law")
    {
        var path = await ApplyAsync(kind, tier);
        await DecideAsync(path, "screen", new { });
        if (kind == "Medical") await DecideAsync(path, "explain-rights", new { items = (string[])["Paths", "Sealing", "Copying", "Autopsy"] });
        await DecideAsync(path, "ask-consent");
        await PostAsync($"{path}/ask-parties");
        await PostAsync($"/v1/parties/{await CompanyAsync(path)}/answer", new { agree = true });
        await DecideAsync(path, "accept");
        await AppointAsync(path, skill);
        return path;
    }

    public async Task AppointAsync(string path, string skill = "Law")
    {
        var offered = await PostAsync($"{path}/mediators", new { mediator = "mediator-9", skills = (string[])[skill] });
        var both = (Guid[])[await OwnerAsync(path), await CompanyAsync(path)];
        var declared = await StepAsync("/v1/appointments", offered, "declare", new { hasConflict = false });
        await StepAsync("/v1/appointments", declared, "accept", new { partyIds = both });
    }

    /// <summary>A decision on the version the thing was last seen in.</summary>
    public async Task<JsonElement> StepAsync(string things, JsonElement thing, string verb, object? body = null)
    {
        using var answer = await Mediator.PostAsync($"{things}/{thing.GetProperty("id").GetGuid()}/{verb}", body, thing.GetProperty("version").GetInt32());
        return await answer.JsonAsync();
    }

    public async Task<JsonElement> ScheduleAsync(string path, params Guid[] sitting)
    {
        var now = await NowAsync();
        return await PostAsync($"{path}/sessions", new { startsAt = now.AddHours(1), endsAt = now.AddHours(3), partyIds = sitting });
    }

    public async Task<JsonElement> SitAsync(string path, params Guid[] sitting) => await StepAsync("/v1/sessions", await ScheduleAsync(path, sitting), "hold");

    public async Task<JsonElement> ClockAsync(string key, Guid entity)
    {
        for (string? next = ""; next is not null;)
        {
            var page = await ReadAsync($"/v1/mediation/clocks?exercise={exercise}&limit=200{(next.Length > 0 ? $"&cursor={next}" : "")}");
            foreach (var clock in page.GetProperty("items").EnumerateArray())
                if (clock.GetProperty("key").GetString() == key && clock.GetProperty("entityId").GetGuid() == entity) return clock;
            next = page.TryGetProperty("next", out var more) ? more.GetString() : null;
        }
        throw new InvalidOperationException($"No clock {key} of {entity}");
    }

    public static string State(JsonElement thing) => thing.GetProperty("state").GetString()!;

    public async Task<string> StateAsync(string path) => State(await ReadAsync(path));
}
