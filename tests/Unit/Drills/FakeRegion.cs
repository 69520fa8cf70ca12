using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Drills;
using Coordination.CommandLine.Regions;

namespace Coordination.Tests.Unit.Drills;

/// <summary>A region of one thing and one clock, as the runner sees a region: by its answers. Each switch breaks one thing.</summary>
internal sealed class FakeRegion : HttpMessageHandler
{
    private const string Exercise = "01900000-0000-7000-8000-000000000001";
    private const string Thing = "01900000-0000-7000-8000-000000000002";
    private DateTimeOffset now;
    private DateTimeOffset? made;
    private bool lost, touched;

    internal List<DateTimeOffset> Jumps { get; } = [];

    internal Dictionary<string, Func<HttpResponseMessage>> Instead { get; } = [];

    internal string ClockState { get; set; } = "";

    internal int Unrest { get; set; }

    internal RegionClient Client() => new(new HttpClient(this) { BaseAddress = new("http://region.test") });

    internal Task<Evaluation> PlayAsync(Drill drill) => new DrillRun(drill, Client(), new Unwatched()).PlayAsync(drill.Steps.Count, TestContext.Current.CancellationToken);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : JsonNode.Parse(await request.Content.ReadAsStringAsync(cancellationToken));
        var call = $"{request.Method} {request.RequestUri!.AbsolutePath}";
        if (Instead.TryGetValue(call, out var instead)) return instead();
        return call switch
        {
            "POST /issuer/token" => Json(200, """{ "access_token": "t" }"""),
            "GET /v1/region" => Json(200, """{ "services": [ { "name": "things" } ] }"""),
            "POST /v1/exercises" => Begin(body!),
            "GET /v1/things/journal" => Json(200, Journal()),
            "GET /v1/things/clocks" => Json(200, $$"""{ "items": [ {{Clock()}} ], "next": null }"""),
            $"POST /v1/exercises/{Exercise}/advance" => Advance(body!),
            "POST /v1/things" when body!["fee"] is not null => Json(400, """{ "type": "urn:coordination:problem:unknown-member" }"""),
            "POST /v1/things" => Make(),
            $"GET /v1/things/{Thing}" => made is null ? Json(404, "{}") : Json(200, """{ "state": "Made" }"""),
            "GET /v1/untouched" => Json(200, $$"""{ "touched": {{(touched ? "true" : "false")}} }"""),
            "POST /v1/touch" => Note(() => touched = true),
            "POST /v1/lose" => Note(() => lost = true),
            "GET /v1/events" => Json(200, Events(request.RequestUri.Query)),
            _ => Json(404, """{ "type": "urn:coordination:problem:not-found" }"""),
        };
    }

    internal static HttpResponseMessage Json(int status, string json) =>
        new((HttpStatusCode)status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private HttpResponseMessage Begin(JsonNode body)
    {
        now = Match.Instant(body["startsAt"])!.Value;
        return Json(201, $$"""{ "id": "{{Exercise}}" }""");
    }

    private HttpResponseMessage Advance(JsonNode body)
    {
        Jumps.Add(now = Match.Instant(body["to"])!.Value);
        return Json(200, "{}");
    }

    private HttpResponseMessage Make()
    {
        made = now;
        return Json(201, $$"""{ "id": "{{Thing}}", "state": "Made" }""");
    }

    private static HttpResponseMessage Note(Action change)
    {
        change();
        return Json(200, "{}");
    }

    private string Journal()
    {
        var due = made?.AddMinutes(10);
        return $$"""{ "service": "things", "head": 1, "unsealed": {{(Unrest-- > 0 ? 1 : 0)}}, "unpublished": 0, "deferred": 0, "overdue": 0, "exerciseVersion": 1, "nextDue": {{(due > now ? $"\"{due:O}\"" : "null")}} }""";
    }

    private string Clock()
    {
        if (made is not { } at) return "";
        var breached = now >= at.AddMinutes(10);
        var state = ClockState.Length > 0 ? ClockState : breached ? "Breached" : "Running";
        return $$"""{ "key": "thing.clock", "entityId": "{{Thing}}", "occurrence": 0, "state": "{{state}}", "startedAt": "{{at:O}}", "dueAt": "{{at.AddMinutes(10):O}}", "breachedAt": {{(breached ? $"\"{at.AddMinutes(10):O}\"" : "null")}} }""";
    }

    private string Events(string query) => (query.Contains("things.made.v1", StringComparison.Ordinal), query.Contains("things.lost.v1", StringComparison.Ordinal)) switch
    {
        (true, _) when made is not null => $$"""{ "items": [ { "position": 1, "event": { "data": { "id": "{{Thing}}" } } } ], "next": null }""",
        (_, true) when lost => """{ "items": [ { "position": 2, "event": { "data": {} } } ], "next": null }""",
        _ => """{ "items": [], "next": null }""",
    };
}
