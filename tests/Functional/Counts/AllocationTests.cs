using Coordination.Tests.Functional.BadInput;
using Coordination.Tests.Functional.Intake;

namespace Coordination.Tests.Functional.Counts;

/// <summary>What a call leaves for the collector: it is measured alone, over the whole region, with the client that makes the call.</summary>
[Collection(typeof(MeasuredAlone))]
public sealed class AllocationTests(EmbeddedRegion region) : IClassFixture<EmbeddedRegion>
{
    private const int Many = 200;

    /// <summary>KiB. It was 5 MiB when the gate was set; nine tenths are contexts of the database, of which a report that comes alone needs some ninety.</summary>
    private const long Most = 7 * 1024;
    private int area = 110_000;

    [Fact]
    public async Task A_report_that_is_accepted_handed_on_and_taken_by_every_service_leaves_at_most_seven_megabytes()
    {
        var reporter = region.As("county", Contracts.Roles.Reporter);
        await SendAsync(reporter);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await SendAsync(reporter);
        var each = (GC.GetTotalAllocatedBytes(precise: true) - before) / Many / 1024;
        Assert.True(each <= Most, $"{each} KiB for each report");
    }

    private async Task SendAsync(ApiClient reporter)
    {
        for (var n = 0; n < Many; n++) await reporter.SendAsync(Desk.Report(place: new { areaCode = $"{++area}" }));
        await region.QuietAsync();
    }
}
