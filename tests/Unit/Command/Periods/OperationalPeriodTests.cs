using Coordination.Command.Incidents;
using Coordination.Command.Periods;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Tests.Unit.Command.Incidents;
using Coordination.Tests.Unit.Command.Recovery;
using FsCheck;
using FsCheck.Fluent;

namespace Coordination.Tests.Unit.Command.Periods;

public sealed class OperationalPeriodTests
{
    internal static readonly DateTimeOffset T0 = IncidentTests.T0;

    internal static (OperationalPeriod?, Refusal?) Plan(int from, int to, IReadOnlyCollection<OperationalPeriod>? others = null, Incident? incident = null) =>
        OperationalPeriod.Plan(incident ?? IncidentTests.Active(), new(T0.AddHours(from), T0.AddHours(to)), others ?? [], "county", T0);

    internal static OperationalPeriod Planned(int from = 0, int to = 12, params OperationalPeriod[] others) => Plan(from, to, others).Item1!;

    [Fact]
    public void The_table_of_a_period_is_this_one() => Machine.HasTable(OperationalPeriod.Life, """
        Planned: Approved Cancelled
        Approved: Current Cancelled
        Current: Ended
        """);

    [Fact]
    public void Whatever_is_decided_a_period_keeps_to_its_table() => Machine.Keeps(
        () => Planned(), OperationalPeriod.Life, p => p.State, p => p.Version,
        p => (p.BegunAt is not null) == (p.State is OperationalPeriodState.Current or OperationalPeriodState.Ended) && (p.Reason is null || p.State == OperationalPeriodState.Cancelled),
        (p, n) => p.Approve("county", T0.AddHours(n % 15)), (p, n) => p.Begin(T0.AddHours((n % 15) - 1)), (p, n) => n % 5 == 0 ? p.End(T0.AddHours(13)) : null,
        (p, n) => n % 9 == 0 ? p.Cancel("No need", T0) : null);

    [Fact]
    public void Periods_of_an_incident_never_overlap_and_one_at_most_is_current() => Prop.ForAll(Gen.Choose(0, 1_000_000).ArrayOf(40).ToArbitrary(), numbers =>
    {
        var (incident, all, hour) = (IncidentTests.Active(), new List<OperationalPeriod>(), 0);
        foreach (var n in numbers)
        {
            var now = T0.AddHours(hour);
            var one = all.Count == 0 ? null : all[n / 7 % all.Count];
            var current = all.Find(p => p.State == OperationalPeriodState.Current);
            switch (n % 7)
            {
                case 0 or 1 or 2:
                    var from = hour + (n / 7 % 30) - 10;
                    if (OperationalPeriod.Plan(incident, new(T0.AddHours(from), T0.AddHours(from + 1 + (n % 12))), all, "county", now).Item1 is { } added) all.Add(added);
                    break;
                case 3: one?.Approve("county", now); break;
                case 4: one?.Begin(now, current == one ? null : current); break;
                case 5: if (n % 2 == 0) one?.End(now); else one?.Cancel("No need", now); break;
                default: hour += n % 5; break;
            }
            if (all.Count(p => p.State == OperationalPeriodState.Current) > 1) return false;
            var held = all.FindAll(p => p.State != OperationalPeriodState.Cancelled).OrderBy(p => p.From).ThenBy(p => p.Until).ToList();
            if (held.Zip(held.Skip(1)).Any(pair => pair.First.Until > pair.Second.From)) return false;
            if (!all.Select((p, i) => p.Number == i + 1).All(isNext => isNext)) return false;
        }
        return true;
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(-1, 5, "before-incident"), InlineData(5, 5, "period-empty"), InlineData(6, 5, "period-empty"), InlineData(0, 169, "period-too-long")]
    public void A_period_begins_after_the_incident_and_ends_after_it_begins(int from, int to, string rule) => Machine.Refused(Plan(from, to).Item2, rule);

    [Fact]
    public void A_period_that_is_over_is_neither_planned_nor_begun()
    {
        var incident = IncidentTests.Active();
        Machine.Refused(OperationalPeriod.Plan(incident, new(T0, T0.AddHours(1)), [], "county", T0.AddHours(1)).Item2, "period-over");
        var late = Planned();
        Machine.Refused(late.Begin(T0), "illegal-transition");
        Assert.Null(late.Approve("county", T0));
        Machine.Refused(late.Begin(T0.AddHours(12)), "period-over");
        var unapproved = Planned();
        Machine.Refused(unapproved.Approve("county", T0.AddHours(12)), "period-over");
        Machine.Refused(Planned(1, 2).RefusePlanning(T0.AddHours(2)), "period-over");
    }

    [Fact]
    public void A_period_begins_at_its_time_and_ends_the_one_before_it()
    {
        var first = Planned();
        var second = Planned(12, 24, first);
        foreach (var period in (OperationalPeriod[])[first, second]) Assert.Null(period.Approve("county", T0));
        Assert.Null(first.Begin(T0));
        Machine.Refused(second.Begin(T0.AddHours(11), first), "period-not-begun");
        Assert.Equal(OperationalPeriodState.Current, first.State);
        Assert.Null(second.Begin(T0.AddHours(12), first));
        Assert.Equal((OperationalPeriodState.Ended, OperationalPeriodState.Current), (first.State, second.State));
        Machine.Refused(Plan(11, 12, [first, second]).Item2, "periods-overlap");
        Assert.Null(second.End(T0.AddHours(14)));
        Assert.NotNull(Plan(14, 20, [first, second]).Item1);
    }

    [Theory, InlineData(IncidentState.ResponseEnded), InlineData(IncidentState.Recovery), InlineData(IncidentState.Closed)]
    public void Periods_are_of_the_response(IncidentState state) => Machine.Refused(Plan(0, 12, incident: LossLedgerTests.In(state)).Item2, "not-in-response");
}
