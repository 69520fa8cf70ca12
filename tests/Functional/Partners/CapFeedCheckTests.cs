using Coordination.CommandLine.Partners;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Coordination.Tests.Functional.Partners;

/// <summary>A feed that aggregators can live with, and feeds that they cannot.</summary>
public sealed class CapFeedCheckTests : IAsyncLifetime
{
    private const string Good = """
        <alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>a-1</identifier><sender>met@example</sender><sent>2026-11-27T08:00:00+08:00</sent>
        <status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info><category>Met</category><event>Rainstorm</event><urgency>Expected</urgency>
        <severity>Severe</severity><certainty>Likely</certainty><expires>2026-11-27T20:00:00+08:00</expires><area><areaDesc>Yongji</areaDesc>
        <polygon>43,126 43,127 44,127 43,126</polygon></area></info></alert>
        """;

    private readonly Dictionary<string, string> alerts = new(StringComparer.Ordinal) { ["1"] = Good };
    private WebApplication app = null!;
    private bool knowsEtags = true;
    private string? feed;

    private Uri Url => new($"{app.Urls.First()}/feed");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapGet("/feed", (HttpContext http) =>
        {
            if (knowsEtags && http.Request.Headers.IfNoneMatch == "\"1\"") return Results.StatusCode(304);
            if (knowsEtags) http.Response.Headers.ETag = "\"1\"";
            return Results.Text(feed ?? $"<feed xmlns='http://www.w3.org/2005/Atom'>{string.Concat(alerts.Keys.Select(k => $"<entry><link type='application/cap+xml' href='/alerts/{k}'/></entry>"))}</feed>", "application/atom+xml");
        });
        app.MapGet("/alerts/{id}", (string id) => Results.Text(alerts[id], "application/cap+xml"));
        await app.StartAsync();
    }

    [Fact]
    public async Task A_sound_feed_passes_every_case() => Assert.All(await PlayAsync(), r => Assert.True(r.IsGood, $"{r.Rule}: {r.Found}"));

    [Theory]
    [InlineData("+08:00</sent>", "Z</sent>", "sent is not like")]
    [InlineData("<identifier>a-1", "<identifier>a 1", "identifier holds")]
    [InlineData("<msgType>Alert", "<msgType>Cancel", "references")]
    [InlineData("<status>Actual", "<status>Real", "status must be one of")]
    [InlineData("44,127 43,126<", "44,127 43,125<", "ends where it began")]
    [InlineData("43,126 43,127", "43,126 143,127", "a point is")]
    [InlineData("<areaDesc>Yongji</areaDesc>", "", "areaDesc is missing")]
    [InlineData("cap:1.2", "cap:9", "not a CAP alert")]
    [InlineData("<alert ", "<!DOCTYPE alert [<!ENTITY x 'y'>]><alert ", "DTD")]
    public async Task An_alert_that_is_wrong_is_named_with_what_is_wrong(string sound, string wrong, string found)
    {
        alerts["2"] = Good.Replace(sound, wrong, StringComparison.Ordinal);
        Assert.NotEqual(Good, alerts["2"]);
        var result = Assert.Single(await PlayAsync(), r => !r.IsGood);
        Assert.Contains("/alerts/2", result.Rule, StringComparison.Ordinal);
        Assert.Contains(found, result.Found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_that_is_sent_whole_every_time_is_told_so()
    {
        knowsEtags = false;
        Assert.Contains("304", Assert.Single(await PlayAsync(), r => !r.IsGood).Rule, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_feed_is_told_so()
    {
        feed = "<html/>";
        Assert.Contains(await PlayAsync(), r => !r.IsGood && r.Rule == "The feed is Atom or RSS");
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private async Task<List<CaseResult>> PlayAsync()
    {
        using var http = new HttpClient();
        var results = new List<CaseResult>();
        await foreach (var result in CapFeedCases.PlayAsync(http, Url, TestContext.Current.CancellationToken)) results.Add(result);
        return results;
    }
}
