using Coordination.Contracts.Events;
using Coordination.Mediation.Cases;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Mediation;

public sealed class PackageTests
{
    private static readonly DateTimeOffset T0 = Sample.T0;

    [Theory]
    [InlineData("cn-default")]
    [InlineData("nims")]
    public void Every_shipped_package_has_a_profile_for_every_kind_of_dispute(string package)
    {
        var profiles = new CaseProfiles(PackageReader.Read(package));
        foreach (var kind in Enum.GetValues<DisputeKind>())
        {
            Assert.NotEmpty(profiles.Of(kind).Tiers);
            Assert.NotEmpty(profiles.Of(kind).Skills);
        }
    }

    [Fact]
    public void Every_shipped_package_has_the_same_clocks_of_mediation()
    {
        string[] prefixes = ["mediation.", "agreement.", "follow-up.", "evidence.", "medical.", "complaint."];
        var keys = PackageReader.Shipped.Select(p => PackageReader.Read(p).ClockKeys.Where(k => prefixes.Any(x => k.StartsWith(x, StringComparison.Ordinal))).Order().ToList()).ToList();
        Assert.True(keys[0].Count >= 18);
        Assert.All(keys, k => Assert.Equal(keys[0], k));
    }

    [Theory]
    [InlineData("Civil", 30)]
    [InlineData("Labour", 15)]
    public void A_dispute_ends_after_the_time_of_its_kind(string kind, int days)
    {
        var package = PackageReader.Read("cn-default");
        Assert.Equal(T0.AddDays(days), package.Clock("mediation.completion", new ClockScope(Category: kind)).Due(T0, package.Calendar));
    }

    [Fact]
    public void A_medical_dispute_has_thirty_working_days()
    {
        var package = PackageReader.Read("cn-default");
        // From Thursday 3 September 2026: 20 September and 10 October are worked, 25 to 27 September and 1 to 7 October are not.
        var from = new DateTimeOffset(2026, 9, 3, 9, 0, 0, TimeSpan.FromHours(8));
        Assert.Equal(new DateTimeOffset(2026, 10, 22, 0, 0, 0, TimeSpan.FromHours(8)),
            package.Clock("mediation.completion", new ClockScope(Category: "Medical")).Due(from, package.Calendar));
    }

    [Theory]
    [InlineData(null, 48)]
    [InlineData("Frozen", 168)]
    public void An_autopsy_has_two_days_and_a_week_when_the_body_is_frozen(string? category, int hours)
    {
        var package = PackageReader.Read("cn-default");
        Assert.Equal(T0.AddHours(hours), package.Clock("medical.autopsy", new ClockScope(Category: category)).Due(T0, package.Calendar));
    }
}
