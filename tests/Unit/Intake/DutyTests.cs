using System.Net;
using Coordination.Contracts.Events;
using Coordination.Intake.Contacts;
using Coordination.Intake.Duties;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Coordination.Tests.Unit.Command;
using static Coordination.Tests.Unit.Intake.Rules;

namespace Coordination.Tests.Unit.Intake;

public sealed class DutyTests
{
    [Fact]
    public void A_reporting_duty_takes_exactly_these_ways() => Machine.HasTable(ReportingDuty.Life, "Running: Ended");

    [Fact]
    public void Whatever_is_asked_of_a_duty_it_keeps_its_promises() => Machine.Keeps(
        () => Duty(ReportingDutyKind.ZeroReport), ReportingDuty.Life, d => d.State, d => d.Version, d => (d.State == ReportingDutyState.Ended) == (d.EndedAt is not null),
        (d, n) => n % 4 == 0 ? d.End(T0.AddMinutes(n)) : new Refusal("nothing", ""));

    [Fact]
    public void Each_kind_of_duty_has_its_clock()
    {
        var package = PackageReader.Read("cn-default");
        Assert.All(Enum.GetValues<ReportingDutyKind>(), kind => Assert.Contains(Duty(kind).ClockKey(), package.ClockKeys));
    }

    [Fact]
    public void An_agency_is_a_code() => Machine.Refused(
        ReportingDuty.Begin(Guid.CreateVersion7(), null, Guid.CreateVersion7(), ReportingDutyKind.ZeroReport, "the county", JurisdictionTier.County, T0).Refusal, "code");

    [Fact]
    public void Only_who_opened_a_contact_reads_it_and_not_for_long()
    {
        var access = ContactAccess.Open(Guid.CreateVersion7(), null, Guid.CreateVersion7(), "officer-1", "yongji-duty", ContactPurpose.Rescue, T0);
        Assert.True(access.Allows("officer-1", "yongji-duty", T0.AddMinutes(9)));
        Assert.False(access.Allows("officer-1", "yongji-duty", T0.AddMinutes(10)));
        Assert.False(access.Allows("officer-2", "yongji-duty", T0));
        Assert.False(access.Allows("officer-1", "fire", T0));
    }

    [Fact]
    public void One_address_floods_nobody_else()
    {
        var limit = new FloodLimit(TimeProvider.System);
        var (flooder, other) = (IPAddress.Parse("192.0.2.1"), IPAddress.Parse("198.51.100.7"));
        Assert.Equal([true, true, false], [limit.Admits(flooder, 2), limit.Admits(flooder, 2), limit.Admits(flooder, 2)]);
        Assert.True(limit.Admits(other, 2));
        Assert.True(limit.Admits(null, 2));
    }

    [Fact]
    public void The_hour_wipes_the_slate()
    {
        var time = new Hourglass(T0);
        var limit = new FloodLimit(time);
        Assert.True(limit.Admits(IPAddress.Loopback, 1));
        Assert.False(limit.Admits(IPAddress.Loopback, 1));
        time.Now += TimeSpan.FromHours(1);
        Assert.True(limit.Admits(IPAddress.Loopback, 1));
    }

    private static ReportingDuty Duty(ReportingDutyKind kind) =>
        ReportingDuty.Begin(Guid.CreateVersion7(), null, Guid.CreateVersion7(), kind, "yongji-duty", JurisdictionTier.County, T0).Duty!;

    private sealed class Hourglass(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
