using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.PublicInformation;

/// <summary>Alerts of a met office that a desk takes in.</summary>
internal static class AlertFeed
{
    internal const string Cap = "urn:oasis:names:tc:emergency:cap:1.2";

    internal static async Task<IReadOnlyList<(string Why, string Identifier)>> ActiveAsync(Desk desk, string query) =>
        [.. (await desk.Public.GetJsonAsync($"/v1/alerts/active{query}")).GetProperty("items").EnumerateArray()
            .Select(i => (string.Join('+', i.GetProperty("why").EnumerateArray().Select(w => w.GetString())), i.GetProperty("identifier").GetString()!))];

    /// <summary>A desk whose agency the tree names for warning the public of the whole province.</summary>
    internal static async Task<Desk> OpenAsync(Region region)
    {
        var desk = await Desk.OpenAsync(region);
        using (var set = await desk.Scene.As("region", Roles.Operator).PutAsync("/v1/jurisdictions/440000", """{"tier":"Province","parent":null,"name":"Guangdong","nameZh":"广东"}""")) await set.JsonAsync();
        await desk.Scene.OkAsync("region", "/v1/authority-grants", new { agency = "county", jurisdiction = "440000", power = "IssueWarnings", basis = "Plan 4" }, roles: [Roles.Operator]);
        await region.QuietAsync(desk.Scene.Exercise);
        return desk;
    }

    internal static async Task<JsonElement> ImportAsync(Desk desk, string xml)
    {
        using var answer = await SendAsync(desk.Officer, xml);
        return await answer.JsonAsync();
    }

    internal static async Task<HttpResponseMessage> SendAsync(ApiClient who, string xml)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/alerts/import") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(xml)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cap+xml");
        if (who.Exercise is { } exercise) request.Headers.Add("Coordination-Exercise", $"{exercise}");
        return await who.Http.SendAsync(request);
    }

    internal static ApiClient In(ApiClient client, Desk desk) => client.In(desk.Public.Exercise!.Value);

    internal static async Task<string> AlertAsync(Desk desk, string identifier, string type = "Alert", string? references = null, string sender = "met@example.org")
    {
        var now = await desk.Scene.NowAsync();
        return $"""
            <alert xmlns="{Cap}"><identifier>{identifier}</identifier><sender>{sender}</sender><sent>{Time(now)}</sent><status>Exercise</status><msgType>{type}</msgType><scope>Public</scope>
            {(references is null ? "" : $"<references>{references}</references>")}
            {Info("en", "Flood", now)}{Info("zh", "洪水", now)}</alert>
            """;
    }

    internal static string Info(string language, string name, DateTimeOffset now) => $"""
        <info><language>{language}</language><category>Met</category><event>{name}</event><urgency>Immediate</urgency><severity>Severe</severity><certainty>Observed</certainty><expires>{Time(now.AddMinutes(60))}</expires>
        <headline>{name}</headline><area><areaDesc>{name}</areaDesc>{(language == "en" ? "<polygon>22.5,114.0 22.6,114.0 22.6,114.1 22.5,114.1 22.5,114.0</polygon><geocode><valueName>GB/T 2260</valueName><value>440303</value></geocode>" : "")}</area></info>
        """;

    internal static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'-00:00'");
}
