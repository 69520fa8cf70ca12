using Coordination.Contracts.Events;
using Coordination.Oversight.Findings;
using Coordination.Platform;
using Coordination.Tests.Unit.Command;

namespace Coordination.Tests.Unit.Oversight;

public sealed class FindingTests
{
    private static readonly DateTimeOffset T0 = new(2010, 7, 27, 20, 0, 0, TimeSpan.FromHours(8));

    private static Finding Raised() => Finding.Raise(FindingKind.LateReport, Guid.CreateVersion7(), "county", Guid.CreateVersion7(), outage: true, null, T0);

    private static Finding After(params Func<Finding, Refusal?>[] decisions)
    {
        var finding = Raised();
        foreach (var decide in decisions) Assert.Null(decide(finding));
        return finding;
    }

    [Fact]
    public void The_table_of_a_finding_is_this_one() => Machine.HasTable(Finding.Life, """
        Raised: Replied
        Replied: Upheld Dismissed
        Upheld: ActionAssigned
        ActionAssigned: Implemented
        Implemented: Verified
        Verified: Closed
        Dismissed: Closed
        """);

    [Fact]
    public void Whatever_is_decided_a_finding_keeps_to_its_table() => Machine.Keeps(
        Raised, Finding.Life, f => f.State, f => f.Version,
        f => f.OutageEvidence && (f.State == FindingState.Raised) == (f.Reply is null)
            && (f.Reason is null) == (f.State is FindingState.Raised or FindingState.Replied)
            && (f.Action is null || f.State > FindingState.Dismissed),
        (f, n) => f.ReplyTo(Agency(n), "The line was down"),
        (f, n) => f.Decide(n % 2 == 0, "Two hours late", Agency(n)),
        (f, n) => f.Assign("A second line", Agency(n)),
        (f, n) => f.Implement(Agency(n)),
        (f, n) => f.Verify(Agency(n)),
        (f, n) => f.Close(Agency(n)));

    [Fact]
    public void Nobody_is_judged_before_they_could_reply()
    {
        var finding = Raised();
        Assert.NotNull(finding.Decide(true, "Late", "province"));
        Assert.Equal(FindingState.Raised, finding.State);
        Machine.Refused(finding.ReplyTo("city", "Not us"), "not-the-agency");
        Assert.Null(finding.ReplyTo("county", "The line was down"));
        Assert.Null(finding.Decide(false, "An outage is no fault", "province"));
    }

    [Fact]
    public void An_agency_does_not_decide_on_itself()
    {
        var finding = After(f => f.ReplyTo("county", "The line was down"));
        Machine.Refused(finding.Decide(false, "It was nothing", "county"), "own-finding");
        Assert.Equal(FindingState.Replied, finding.State);
    }

    [Fact]
    public void An_upheld_finding_closes_only_after_what_was_ordered_is_done_and_checked()
    {
        var finding = After(f => f.ReplyTo("county", "Yes"), f => f.Decide(true, "Late", "province"));
        Assert.NotNull(finding.Close("province"));
        foreach (var step in new Func<Finding, Refusal?>[] { f => f.Assign("A second line", "province"), f => f.Implement("county"), f => f.Verify("province"), f => f.Close("province") })
            Assert.Null(step(finding));
        Assert.Equal(FindingState.Closed, finding.State);
    }

    [Fact]
    public void An_agency_does_what_was_ordered_and_others_order_and_check_it()
    {
        var finding = After(f => f.ReplyTo("county", "Yes"), f => f.Decide(true, "Late", "province"));
        Machine.Refused(finding.Assign("Nothing much", "county"), "own-finding");
        Assert.Null(finding.Assign("A second line", "province"));
        Machine.Refused(finding.Implement("province"), "not-the-agency");
        Assert.Null(finding.Implement("county"));
        Machine.Refused(finding.Verify("county"), "own-finding");
        Assert.Null(finding.Verify("province"));
        Machine.Refused(finding.Close("county"), "own-finding");
        Assert.Equal(FindingState.Verified, finding.State);
    }

    private static string Agency(int n) => (n % 3) switch { 0 => "county", 1 => "city", _ => "province" };
}
