using System.Text.RegularExpressions;

namespace Coordination.Tests.Architecture;

/// <summary>Nothing of an exercise, no test and no draft reaches people: whatever anybody or a channel reads of alerts comes through the one gate.</summary>
public sealed partial class ChannelGateTests
{
    private static readonly List<Source> Alerts = [.. Source.All.Where(s => s.IsIn("services/PublicInformation/Alerts") || s.IsIn("services/PublicInformation/Cap"))];

    private static bool IsAChannel(Source s) => s.Text.Contains(".AllowAnonymous()", StringComparison.Ordinal) || s.Text.Contains("Roles.Integration", StringComparison.Ordinal);

    [Fact]
    public void What_a_channel_reads_of_alerts_it_reads_through_the_gate()
    {
        var around = from file in Alerts.Where(s => IsAChannel(s) || s.Name == "ActiveSet")
                     from Match read in Reads().Matches(file.Text)
                     where !Gated().IsMatch(file.Text[read.Index..])
                     select $"{file.Path}: {file.Text[read.Index..].Split('\n')[0]}";
        Assert.Equal([], around);
        Assert.True(Alerts.Count(IsAChannel) > 6, "Channels were not found.");
    }

    /// <summary>A page that is for all alone has no desk.</summary>
    [Fact]
    public void Where_nobody_needs_a_role_there_is_no_desk() =>
        Assert.Equal([], Alerts.Where(s => (IsAChannel(s) || s.Name == "ActiveSet") && !s.Text.Contains("RequireRole", StringComparison.Ordinal) && s.Text.Contains("AtDesk", StringComparison.Ordinal)).Select(s => s.Path));

    [Fact]
    public void What_is_in_force_is_read_in_one_place_alone() => Assert.Equal(
        ["ActiveSet", "ReadActive", "ReadFeeds"], Alerts.Where(s => s.Text.Contains("ActiveSet", StringComparison.Ordinal)).Select(s => s.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("db.Receipts.Where(r => true)", false)]
    [InlineData("db.CapMessages.AsNoTracking().Where(m => true)", false)]
    [InlineData("db.Alerts.FindAsync([id], ct)", false)]
    [InlineData("db.Alerts.Through(call.Exercise).Any()", true)]
    public void A_way_around_it_is_found(string code, bool isGated) => Assert.Equal(isGated, Reads().IsMatch(code) && Gated().IsMatch(code));

    [GeneratedRegex(@"\bdb\.(Alerts|Receipts|CapMessages|SignedAlerts|Set<(Alert|AlertReceipt|CapMessage|SignedAlert)>\(\))\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Reads();

    [GeneratedRegex(@"\Adb\.\w+\.(Through|AtDesk)\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Gated();
}
