using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Coordination.Contracts;

namespace Coordination.Tests.Chaos;

/// <summary>What the load works on: a county with an incident, one agency's few units, and an exercise twelve times faster than life, so that clocks fire under fire.</summary>
internal sealed class BatteryScene
{
    internal const string County = "220221";
    internal const string Lender = "fire";
    internal static readonly DateTimeOffset Start = new(2026, 7, 27, 12, 0, 0, TimeSpan.Zero);
    private const double Speed = 12;
    private int exerciseVersion;
    private bool running;

    private BatteryScene(HttpClient operatorHttp) => Operator = operatorHttp;

    internal HttpClient Operator { get; }

    internal Guid Incident { get; private set; }

    /// <summary>Its time runs during a cell.</summary>
    internal Guid Exercise { get; private set; }

    /// <summary>Another one, whose time never runs: a region in which clocks of life's own time come due is never at rest.</summary>
    internal Guid Still { get; private set; }

    internal IReadOnlyList<Guid> Units { get; private set; } = [];

    internal static async Task<BatteryScene> SetAsync(Door door, CancellationToken ct)
    {
        var scene = new BatteryScene(await door.ClientAsync("region", [Roles.Operator, Roles.Auditor], ct));
        foreach (var (code, tier, parent) in ((string, string, string?)[])[("220000", "Province", null), ("220200", "Prefecture", "220000"), (County, "County", "220200")])
            await scene.SendAsync(scene.Operator, HttpMethod.Put, $"/v1/jurisdictions/{code}", new { tier, parent, name = code, nameZh = code }, ct);
        using var county = await door.ClientAsync("county", [Roles.Commander], ct);
        var now = DateTimeOffset.UtcNow.AddMinutes(-1);
        scene.Incident = Id(await scene.SendAsync(county, HttpMethod.Post, "/v1/incidents",
            new { kind = "FloodOrDrought", title = "Songhua river", jurisdiction = County, occurredAt = now, knownAt = now }, ct));
        using var lender = await door.ClientAsync(Lender, [Roles.Logistics], ct);
        var units = new List<Guid>();
        for (var n = 1; n <= 3; n++)
            units.Add(Id(await scene.SendAsync(lender, HttpMethod.Post, $"/v1/agencies/{Lender}/units", new { callSign = $"Boat {n}", typeCode = "speedboat", strength = 4 }, ct)));
        scene.Units = units;
        scene.Still = Id(await scene.SendAsync(scene.Operator, HttpMethod.Post, "/v1/exercises", new { name = "Still", startsAt = Start, speed = 1, immediate = false }, ct));
        var exercise = await scene.SendAsync(scene.Operator, HttpMethod.Post, "/v1/exercises", new { name = "Battery", startsAt = Start, speed = Speed, immediate = false }, ct);
        (scene.Exercise, scene.exerciseVersion) = (Id(exercise), exercise["version"]!.GetValue<int>());
        return scene;
    }

    /// <summary>Lets the exercise's time run, or holds it: with it the region comes to rest though clocks are left.</summary>
    internal async Task RunClocksAsync(bool run, CancellationToken ct)
    {
        // A cell that failed half-way leaves them running.
        if (run == running) return;
        running = run;
        var answer = await SendAsync(Operator, HttpMethod.Post, $"/v1/exercises/{Exercise}/{(run ? "resume" : "pause")}", null, ct, exerciseVersion);
        exerciseVersion = answer["version"]!.GetValue<int>();
    }

    /// <summary>A call of the scene itself, with one key until it is answered.</summary>
    private async Task<JsonNode> SendAsync(HttpClient http, HttpMethod method, string path, object? body, CancellationToken ct, int? ifMatch = null)
    {
        for (var key = $"\"{Guid.NewGuid()}\""; ; await Until.AMomentAsync())
        {
            using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", key);
            if (ifMatch is { } version) request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            if (await CarefulClient.AnswerAsync(http, request, ct) is not { } answer)
            {
                ct.ThrowIfCancellationRequested();
                continue;
            }
            Assert.True(answer.IsSuccess, $"{method} {path}: {answer.Status} {answer.Body?.ToJsonString()}");
            return answer.Body!;
        }
    }

    private static Guid Id(JsonNode thing) => thing["id"]!.GetValue<Guid>();
}
