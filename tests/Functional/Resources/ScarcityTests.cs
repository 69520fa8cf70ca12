using Coordination.Bench;
using Coordination.Contracts;

namespace Coordination.Tests.Functional.Resources;

/// <summary>Five agencies with their own books ask each other for more units than there are, all at once. What the benchmark <c>scarce</c> measures is here shown to be right.</summary>
public sealed class ScarcityTests(AgencyInstances region) : IClassFixture<AgencyInstances>
{
    private const int UnitsEach = 2;

    [Fact]
    public async Task Each_request_ends_in_a_state_that_says_why_and_nothing_is_given_twice()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        // What never comes is named, not waited for.
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        var ct = patience.Token;
        var scarcity = new Scarcity(agency => region.As(agency, Roles.Logistics, Roles.Commander).Http, AgencyInstances.Agencies);
        await scarcity.StockAsync(UnitsEach, ct);
        var ended = await scarcity.RunAsync(25, TimeSpan.Zero, ct);
        Assert.All(ended, e => Assert.True(e.SaysWhy, $"{e.State}: {string.Join(", ", e.Answers)}"));
        var filled = ended.Count(e => e.State == "Filled");
        Assert.InRange(filled, 1, UnitsEach * AgencyInstances.Agencies.Count);
        Assert.Contains(ended, e => e.State == "Unfilled");
        await region.QuietAsync();
        Assert.Equal([], await scarcity.FaultsAsync(ct));
    }
}
