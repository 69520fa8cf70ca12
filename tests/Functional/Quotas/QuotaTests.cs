using System.Net;
using Coordination.Contracts;
using Coordination.Host;
using Coordination.Platform;
using Coordination.Tests.Functional.Intake;
using Microsoft.Extensions.Configuration;

namespace Coordination.Tests.Functional.Quotas;

/// <summary>An agency that asks too much is asked to slow down; another feels nothing of it, and no report of a danger is refused.</summary>
public sealed class QuotaTests : IAsyncLifetime
{
    private const int Quota = 60;
    private readonly string folder = Directory.CreateTempSubdirectory("coordination-quota").FullName;
    private RunningRegion region = null!;

    public async ValueTask InitializeAsync() => region = await RunningRegion.StartAsync(
        Arguments.Parse(["--modules", "intake"], RegionModules.All), RegionModules.All, Settings($"{Quota}"), TimeProvider.System);

    [Fact]
    public async Task An_agency_is_told_what_it_has_left()
    {
        using var answer = await As("calm", Roles.DutyOfficer).GetAsync("/v1/reports");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal($"\"agency\";q={Quota};w=60", Assert.Single(answer.Headers.GetValues("RateLimit-Policy")));
        Assert.Matches("^\"agency\";r=59;t=[12]$", Assert.Single(answer.Headers.GetValues("RateLimit")));
    }

    [Fact]
    public async Task An_agency_beyond_its_quota_is_asked_to_come_again_and_another_is_not()
    {
        var loud = As("loud", Roles.DutyOfficer);
        using var refused = await UseUpAsync(loud);
        Assert.True(refused.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
        Assert.Contains("http-problem-types#quota-exceeded", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var other = await As("calm", Roles.DutyOfficer).GetAsync("/v1/reports");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task An_agency_beyond_its_quota_still_reports_and_acknowledges()
    {
        var loud = As(Desk.Township, Roles.Reporter, Roles.DutyOfficer);
        using var before = await UseUpAsync(loud);
        for (var n = 0; n < Quota; n++)
        {
            using var report = await loud.PostAsync("/v1/reports", Desk.Report());
            Assert.Equal(HttpStatusCode.Created, report.StatusCode);
        }
        using var after = await UseUpAsync(loud);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    public void A_quota_that_is_no_number_is_named_when_the_process_starts(string quota) => Assert.Contains("COORDINATION_QUOTA",
        Assert.Throws<StartFailedException>(() => RegionOptions.Read(Settings(quota))).Message, StringComparison.Ordinal);

    public async ValueTask DisposeAsync()
    {
        await region.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The first answer that says so: the next call may come when there is room for one more.</summary>
    private static async Task<HttpResponseMessage> UseUpAsync(ApiClient client)
    {
        for (var n = 0; n < 20 * Quota; n++)
        {
            var answer = await client.GetAsync("/v1/reports");
            if (answer.StatusCode == HttpStatusCode.TooManyRequests) return answer;
            answer.Dispose();
        }
        throw new InvalidOperationException("The quota was never used up.");
    }

    private ApiClient As(string agency, params string[] roles) => new(new Uri(region.Address), region.Issuer!.Token(agency, roles, $"{agency}-1"));

    private IConfiguration Settings(string quota) => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["COORDINATION_DATA"] = folder,
        ["COORDINATION_REGION"] = "test",
        ["COORDINATION_QUOTA"] = quota,
        ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
    }).Build();
}
