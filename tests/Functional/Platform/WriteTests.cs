using System.Net;
using System.Text.Json;

namespace Coordination.Tests.Functional.Platform;

public abstract class WriteTests(ProbeRegion region)
{
    [Fact]
    public async Task Sixty_four_equal_keys_at_once_have_one_effect_and_one_answer()
    {
        var reporter = region.Reporter;
        var id = await OpenAsync(reporter);
        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => AskedAgain.UntilServedAsync(() => reporter.PostAsync($"/v1/probes/{id}/add", key: "same-key"))));
        var bodies = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()));
        Assert.All(answers, a => Assert.Equal(HttpStatusCode.OK, a.StatusCode));
        Assert.Single(bodies.Distinct());
        Assert.Equal(2, (await reporter.GetJsonAsync($"/v1/probes/{id}")).GetProperty("version").GetInt32());
    }

    [Fact]
    public async Task A_key_used_for_another_body_is_refused()
    {
        var key = Guid.NewGuid().ToString();
        using var first = await region.Reporter.PostAsync("/v1/probes", new { count = 1, name = "a" }, key: key);
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        using var second = await region.Reporter.PostAsync("/v1/probes", new { count = 2, name = "a" }, key: key);
        await second.ProblemAsync(422, "idempotency-key-reused");
    }

    [Fact]
    public async Task A_replay_gives_the_first_answer_with_its_headers_even_after_a_restart()
    {
        var key = Guid.NewGuid().ToString();
        using var first = await region.Reporter.PostAsync("/v1/probes", new { count = 1, name = "a" }, key: key);
        await region.RestartAsync();
        using var again = await region.Reporter.PostAsync("/v1/probes", new { count = 1, name = "a" }, key: key);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_post_without_a_key_is_refused()
    {
        using var answer = await region.Reporter.SendAsync(HttpMethod.Post, "/v1/probes", new { count = 1, name = "a" });
        await answer.ProblemAsync(400, "idempotency-key-required");
    }

    [Fact]
    public async Task A_decision_names_the_version_it_was_made_on()
    {
        var id = await OpenAsync(region.Reporter);
        using var without = await region.Reporter.PostAsync($"/v1/probes/{id}/raise");
        await without.ProblemAsync(428, "if-match-required");
        using var right = await region.Reporter.PostAsync($"/v1/probes/{id}/raise", ifMatch: 1);
        Assert.Equal("\"2\"", right.Headers.ETag!.Tag);
        using var stale = await region.Reporter.PostAsync($"/v1/probes/{id}/raise", ifMatch: 1);
        await stale.ProblemAsync(412, "stale-version");
    }

    [Fact]
    public async Task A_use_case_that_fails_leaves_nothing_behind_and_tells_no_secrets()
    {
        var id = await OpenAsync(region.Reporter);
        using var failed = await region.Reporter.PostAsync($"/v1/probes/{id}/fail");
        var problem = await failed.ProblemAsync(500, "internal-error");
        Assert.DoesNotContain("on purpose", problem.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, (await region.Reporter.GetJsonAsync($"/v1/probes/{id}")).GetProperty("version").GetInt32());
    }

    [Theory]
    [InlineData("""{"count":1}""", "/name", "required")]
    [InlineData("""{"count":"1","name":"a"}""", "/count", "type")]
    [InlineData("""{"count":1,"name":"a","more":1}""", "/more", "unknown-member")]
    [InlineData("""{"count":1,"name":null}""", "/name", "null")]
    [InlineData("""{"count":1,"name":"a","kind":"Odd"}""", "/kind", "type")]
    [InlineData("""{"count":1,"name":"a","kind":1}""", "/kind", "type")]
    [InlineData("""{"count":1001,"name":"a"}""", "/count", "range")]
    [InlineData("""{"count":1,"name":"aaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}""", "/name", "length")]
    [InlineData("""{"count":1,"name":"a\u0007"}""", "/name", "control-character")]
    [InlineData("""{"count":1,"name":"a","seenAt":"2199-01-01T00:00:00Z"}""", "/seenAt", "not-in-future")]
    [InlineData("""{"count":1,"name":"a","seenAt":"9999-12-31T23:59:59Z"}""", "/seenAt", "instant-range")]
    [InlineData("""{"count":1,"name":"a","parts":[{"code":"a"},{"code":"toolong"}]}""", "/parts/1/code", "length")]
    [InlineData("""{"count":1,"name":"a","parts":[{"code":"a"},{"code":1}]}""", "/parts/1/code", "type")]
    [InlineData("""{"count":1,"name":"a","parts":[{"code":"a"},{"code":"a"},{"code":"a"}]}""", "/parts", "items")]
    [InlineData("""{"count":1,"count":2,"name":"a"}""", "", "json")]
    [InlineData("""[]""", "", "type")]
    [InlineData("""{""", "", "json")]
    public async Task A_wrong_body_is_answered_with_the_field_and_the_rule(string body, string pointer, string rule)
    {
        using var answer = await region.Reporter.PostAsync("/v1/probes", body);
        var problem = await answer.ProblemAsync(400, rule);
        Assert.Contains(problem.GetProperty("errors").EnumerateArray(), e => e.GetProperty("pointer").GetString() == pointer && e.GetProperty("rule").GetString() == rule);
    }

    [Fact]
    public async Task A_body_over_the_limit_is_413_and_another_content_type_415()
    {
        using var large = await region.Reporter.PostAsync("/v1/probes", $$"""{"count":1,"name":"{{new string('a', 1024 * 1024)}}"}""");
        await large.ProblemAsync(413, "body-too-large");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/probes") { Content = new StringContent("<a/>", System.Text.Encoding.UTF8, "application/xml") };
        request.Headers.Add("Idempotency-Key", "k");
        using var xml = await region.Reporter.Http.SendAsync(request);
        await xml.ProblemAsync(415, "content-type");
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        var mine = new List<Guid>();
        for (var i = 0; i < 7; i++) mine.Add(await OpenAsync(region.Reporter));
        var seen = new List<Guid>();
        for (string? next = "/v1/probes?limit=3"; next is not null;)
        {
            var page = await region.Reporter.GetJsonAsync(next);
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetGuid()));
            next = page.TryGetProperty("next", out var cursor) && cursor.ValueKind == JsonValueKind.String ? $"/v1/probes?limit=3&cursor={cursor.GetString()}" : null;
        }
        Assert.Equal(seen.Count, seen.Distinct().Count());
        Assert.Equal(mine, seen.Where(mine.Contains));
        using var bad = await region.Reporter.GetAsync("/v1/probes?cursor=nonsense");
        await bad.ProblemAsync(400, "cursor");
    }

    internal static async Task<Guid> OpenAsync(ApiClient reporter)
    {
        using var created = await reporter.PostAsync("/v1/probes", new { count = 0, name = "probe" });
        return (await created.JsonAsync()).GetProperty("id").GetGuid();
    }
}
