using System.Net;
using Coordination.Contracts;
using Coordination.Tests.Functional.Intake;

namespace Coordination.Tests.Functional;

public abstract class RegionTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : RegionTests(region), IClassFixture<EmbeddedRegion>
    {
        // It stops the region and starts it again.
        [Fact]
        public async Task A_region_restarts_on_its_own_files()
        {
            await region.RestartAsync();
            await region.QuietAsync();
        }
    }

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : RegionTests(region)
    {
        [Fact]
        public async Task A_process_that_dies_is_started_again_and_nothing_is_lost()
        {
            var desk = region.Sender();
            var before = (await desk.SendAsync()).Id();
            await region.KillAsync("intake");
            await Platform.ProbeRegion.UntilAsync(async () =>
            {
                using var answer = await desk.GetAsync($"/v1/reports/{before}");
                return answer.IsSuccessStatusCode;
            });
            await region.QuietAsync();
        }
    }

    [Fact]
    public async Task A_region_says_that_it_is_alive_and_ready_without_a_token()
    {
        foreach (var page in (string[])["/alive", "/ready", "/v1/region"])
        {
            using var answer = await region.Anonymous().GetAsync(page);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Nobody_reads_the_log_without_a_token()
    {
        using var answer = await region.Anonymous().GetAsync("/v1/events");
        await answer.ProblemAsync(401, "token-required");
    }

    [Theory, InlineData("zh-CN", "需要有效令牌"), InlineData("en;q=0.4, zh-Hans;q=0.9", "需要有效令牌"), InlineData("zh;q=0.2, en", "Token required"), InlineData("fr", "Token required"), InlineData("zh;q=0", "Token required")]
    public async Task A_refusal_is_titled_in_the_language_that_its_reader_prefers(string languages, string title)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/events");
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);
        using var answer = await region.Anonymous().Http.SendAsync(request);
        Assert.Equal(title, (await answer.ProblemAsync(401, "token-required")).Text("title"));
    }

    [Fact]
    public async Task What_an_agency_reads_is_kept_by_no_cache()
    {
        foreach (var path in (string[])["/v1/incidents", "/v1/reports", "/v1/events"])
        {
            using var answer = await region.As("fire", Roles.DutyOfficer).GetAsync(path);
            Assert.True(answer.Headers.CacheControl?.NoStore, path);
        }
    }

    [Fact]
    public async Task An_unknown_page_is_a_problem_document_too()
    {
        using var answer = await region.Anonymous().GetAsync("/v1/nothing");
        await answer.ProblemAsync(404, "not-found");
    }
}
