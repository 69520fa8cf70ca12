using System.Text.RegularExpressions;

namespace Coordination.Tests.Architecture;

/// <summary>Nothing of an exercise, no test and no draft reaches people: whatever anybody or a channel reads of alerts comes through the one gate.</summary>
public sealed partial class ChannelGateTests
{
    /// <summary>The use cases that change alerts: they look at each whatever its state, and tell nobody what they see but by the gate.</summary>
    private static readonly string[] Writers =
    [
        "AlertBacklog", "AlertDrafting", "ApproveAlert", "CancelAlert", "CapDesk", "DraftAlert", "FillAlert", "ImportAlerts", "IssueAlert", "OnAlertExpired", "OnImportRetentionEnding", "UpdateAlert",
    ];

    private static readonly List<Source> Alerts = [.. Source.All.Where(s => s.IsIn("services/PublicInformation") && !s.IsIn("services/PublicInformation/Migrations"))];

    private static bool IsAChannel(Source s) => s.Text.Contains(".AllowAnonymous()", StringComparison.Ordinal) || s.Text.Contains("Roles.Integration", StringComparison.Ordinal);

    /// <summary>A page, a loop, a reaction to an event: whatever is added reads through the gate, or says here that it writes.</summary>
    [Fact]
    public void Who_does_not_write_reads_alerts_through_the_gate() =>
        Assert.Equal(Writers, Alerts.Where(s => Around().IsMatch(s.Text)).Select(s => s.Name).Order(StringComparer.Ordinal));

    /// <summary>An import is brought by a system, and told to it alone.</summary>
    [Fact]
    public void No_channel_writes() =>
        Assert.Equal(["ImportAlerts"], Alerts.Where(s => IsAChannel(s) && Writers.Contains(s.Name)).Select(s => s.Name));

    /// <summary>A page that is for all alone has no desk.</summary>
    [Fact]
    public void Where_nobody_needs_a_role_there_is_no_desk() =>
        Assert.Equal([], Alerts.Where(s => (IsAChannel(s) || s.Name == "ActiveSet") && !s.Text.Contains("RequireRole", StringComparison.Ordinal) && s.Text.Contains("AtDesk", StringComparison.Ordinal)).Select(s => s.Path));

    [Fact]
    public void What_is_in_force_is_read_in_one_place_alone() => Assert.Equal(
        ["ActiveSet", "ReadActive", "ReadFeeds"], Alerts.Where(s => s.Text.Contains("ActiveSet", StringComparison.Ordinal)).Select(s => s.Name).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("db.Receipts.Where(r => true)", true)]
    [InlineData("context.CapMessages.AsNoTracking().Where(m => true)", true)]
    [InlineData("from a in store.Set<Alert>() select a", true)]
    [InlineData("((PublicInformationDb)db).Alerts.FindAsync([id], ct)", true)]
    [InlineData("db.Alerts.Through(call.Exercise).Any()", false)]
    [InlineData("db.Alerts.AtDesk().Any()", false)]
    [InlineData("namespace Coordination.PublicInformation.Alerts;", false)]
    public void A_way_around_it_is_found(string code, bool isAround) => Assert.Equal(isAround, Around().IsMatch(code));

    [GeneratedRegex(@"(?<!PublicInformation)\.(Alerts|Receipts|CapMessages|SignedAlerts|Set<(Alert|AlertReceipt|CapMessage|SignedAlert)>\(\))(?!\w)(?!\.(Through|AtDesk)\()", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Around();
}
