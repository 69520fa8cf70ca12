using Coordination.Mediation.Complaints;
using Coordination.Platform;
using Coordination.Tests.Unit.Command;

namespace Coordination.Tests.Unit.Mediation;

public sealed class ComplaintTests
{
    private static readonly DateTimeOffset T0 = Sample.T0;
    private static readonly JurisdictionPackage Package = PackageReader.Read("cn-default");

    private static Complaint Received() => Complaint.Receive(ComplaintKind.Complex, [1], "hospital", null, T0);

    [Fact]
    public void The_table_of_a_complaint_is_this_one() => Machine.HasTable(Complaint.Life, """
        Received: Replied
        Replied: Closed
        """);

    [Fact]
    public void Whatever_is_decided_a_complaint_keeps_to_its_table() => Machine.Keeps(
        Received, Complaint.Life, c => c.State, c => c.Version, c => c.State == ComplaintState.Received || (c.RepliedAt is not null && c.Reply.Length > 0),
        (c, _) => c.Answer([1], T0), (c, _) => c.Close());

    [Theory]
    [InlineData("SeveralDepartments", "2026-09-18T09:00:00+08:00", "2026-10-10T00:00:00+08:00")]
    [InlineData("Complex", "2026-09-14T09:00:00+08:00", "2026-09-21T00:00:00+08:00")]
    [InlineData("Complex", "2026-09-15T09:00:00+08:00", "2026-09-21T00:00:00+08:00")]
    [InlineData("Complex", "2026-09-28T09:00:00+08:00", "2026-10-09T00:00:00+08:00")]
    [InlineData("Simple", "2026-09-18T09:00:00+08:00", "2026-09-19T00:00:00+08:00")]
    public void The_reply_is_due_by_the_calendar_with_its_make_up_days_and_holidays(string kind, string received, string due) =>
        Assert.Equal(Instant(due), Package.Clock("complaint.reply", new ClockScope(Category: kind)).Due(Instant(received), Package.Calendar));

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
