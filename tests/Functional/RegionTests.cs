using System.Net;

namespace Coordination.Tests.Functional;

public sealed class RegionTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
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

    [Fact]
    public async Task An_unknown_page_is_a_problem_document_too()
    {
        using var answer = await region.Anonymous().GetAsync("/v1/nothing");
        await answer.ProblemAsync(404, "not-found");
    }

    [Fact]
    public async Task A_region_restarts_on_its_own_files()
    {
        await region.RestartAsync();
        await region.QuietAsync();
    }
}
