using Coordination.PublicInformation.Cap;
using static Coordination.Tests.Unit.PublicInformation.Cap.CapScene;

namespace Coordination.Tests.Unit.PublicInformation.Cap;

/// <summary>Where not all is told, the gravest is, and the reader learns that there is more.</summary>
public sealed class CapFoundTests
{
    [Fact]
    public void The_gravest_come_first_then_the_newest_and_what_says_nothing_last() => Assert.Equal(
        ["extreme", "severe-new", "severe-old", "minor", "own-word", "none"],
        CapFound.Of([Hit("minor", 50, "Minor"), Hit("severe-old", 10, "Severe"), Hit("own-word", 41, "Terrible"), Hit("none", 40, null), Hit("extreme", 0, "Extreme"), Hit("severe-new", 20, "Severe")], isAll: true).Hits
            .Select(h => h.Message.Identifier));

    [Theory]
    [InlineData(200, true, true), InlineData(201, true, false), InlineData(3, false, false), InlineData(0, true, true)]
    public void It_is_whole_only_where_nothing_was_left_out(int count, bool isAll, bool isWhole)
    {
        var found = CapFound.Of([.. Enumerable.Range(0, count).Select(n => Hit($"a{n}", n, "Minor"))], isAll);
        Assert.Equal((Math.Min(count, CapFound.Most), isWhole), (found.Hits.Count, found.IsWhole));
    }

    [Fact]
    public void A_grave_alert_is_told_before_two_hundred_newer_ones() => Assert.Equal(
        "grave", CapFound.Of([Hit("grave", 0, "Extreme"), .. Enumerable.Range(1, 300).Select(n => Hit($"a{n}", n, "Minor"))], isAll: true).Hits[0].Message.Identifier);

    private static CapHit Hit(string name, int minute, string? severity) => new(Message(name, minute, severity: severity), []);
}
