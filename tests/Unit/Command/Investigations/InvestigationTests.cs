using Coordination.Command.Incidents;
using Coordination.Command.Investigations;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Tests.Unit.Command.Incidents;

namespace Coordination.Tests.Unit.Command.Investigations;

public sealed class InvestigationTests
{
    internal static readonly DateTimeOffset T0 = IncidentTests.T0;
    internal static readonly OwedTime Runs = new(ClockState.Running, T0.AddDays(60));

    internal static Incident Accident(IncidentGrade? grade = null)
    {
        var incident = IncidentTests.Active(EventKind.Transport);
        if (grade is { } known) Assert.Null(incident.TakeGrade(known));
        return incident;
    }

    internal static readonly Func<string, bool> Nobody = _ => false;

    internal static Investigation Begun(IncidentGrade? grade = null) => Investigation.Begin(Accident(grade), ["rail"], [], Nobody, "ministry", T0).Item1!;

    internal static Investigation In(InvestigationState state, IncidentGrade grade = IncidentGrade.Exceptional)
    {
        var it = Begun(grade);
        Assert.Null(state switch
        {
            InvestigationState.Appraising => it.OrderAppraisal("rail", Runs, T0),
            InvestigationState.Discontinued => it.Discontinue("ministry", "Another accident"),
            InvestigationState.Superseded => Investigation.Begin(Accident(IncidentGrade.Exceptional), [], [it = Begun(IncidentGrade.Major)], Nobody, "state", T0).Item2,
            InvestigationState.Investigating => null,
            _ => it.Submit("rail", "li", "7", grade, T0),
        });
        if (state is InvestigationState.Replied or InvestigationState.Published) Assert.Null(it.Reply("ministry", "wang", "8", T0));
        if (state == InvestigationState.Published) Assert.Null(it.Publish("ministry", T0));
        Assert.Equal(state, it.State);
        return it;
    }

    [Fact]
    public void The_table_of_an_investigation_is_this_one() => Machine.HasTable(Investigation.Life, """
        Investigating: Appraising Submitted Superseded Discontinued
        Appraising: Investigating Superseded Discontinued
        Submitted: Replied Superseded
        Replied: Published
        """);

    /// <summary>Each act in each state: what is not named here is refused and changes nothing.</summary>
    [Theory]
    [InlineData("team", "in-the-team not-investigating", InvestigationState.Investigating, InvestigationState.Appraising)]
    [InlineData("order", "illegal-transition", InvestigationState.Investigating)]
    [InlineData("receive", "no-appraisal", InvestigationState.Appraising)]
    [InlineData("more-report", "not-investigating", InvestigationState.Investigating)]
    [InlineData("submit", "illegal-transition", InvestigationState.Investigating)]
    [InlineData("more-reply", "not-submitted", InvestigationState.Submitted)]
    [InlineData("reply", "illegal-transition", InvestigationState.Submitted)]
    [InlineData("publish", "illegal-transition", InvestigationState.Replied)]
    [InlineData("discontinue", "illegal-transition", InvestigationState.Investigating, InvestigationState.Appraising)]
    public void What_may_be_done_in_one_state_is_refused_in_every_other(string act, string rules, params InvestigationState[] states)
    {
        foreach (var state in Enum.GetValues<InvestigationState>())
        {
            var (it, version) = (In(state), In(state).Version);
            var refusal = Act(it, act);
            Assert.Equal(states.Contains(state), refusal is null);
            if (refusal is null) continue;
            Assert.Contains(refusal.Rule, rules.Split(' '));
            Assert.Equal((state, version), (it.State, it.Version));
        }
    }

    private static Refusal? Act(Investigation it, string act) => act switch
    {
        "team" => it.AddToTeam("ministry", "water"),
        "order" => it.OrderAppraisal("ministry", Runs, T0),
        "receive" => it.ReceiveAppraisal("ministry"),
        "more-report" => it.ExtendReport("ministry", 60, Runs, T0),
        "submit" => it.Submit("ministry", "li", "7", IncidentGrade.Exceptional, T0),
        "more-reply" => it.ExtendReply("ministry", 30, Runs, T0),
        "reply" => it.Reply("ministry", "wang", "8", T0),
        "publish" => it.Publish("ministry", T0),
        _ => it.Discontinue("ministry", "Another accident"),
    };

    [Fact]
    public void Whatever_is_done_an_investigation_keeps_to_its_table_and_no_time_is_made_longer_twice()
    {
        string[] agencies = ["ministry", "rail", "harbour"];
        string[] people = ["li", "wang"];
        Machine.Keeps(
            () => Begun(IncidentGrade.Exceptional), Investigation.Life, i => i.State, i => i.Version,
            i => i.ReportExtendedByDays is null or (>= 1 and <= 60) && i.ReplyExtendedByDays is null or (>= 1 and <= 30) && i.IsOpen == i.State is InvestigationState.Investigating or InvestigationState.Appraising or InvestigationState.Submitted
                && (i.SubmittedAt is null) == (i.Submitter is null) && (i.State == InvestigationState.Discontinued) == (i.Reason is not null)
                && (i.RepliedAt is null) == (i.State is not (InvestigationState.Replied or InvestigationState.Published)) && i.Team.Distinct().Count() == i.Team.Count,
            (i, n) => Theirs(i, agencies[n % 3], i.AddToTeam(agencies[n % 3], $"agency-{n % 4}")), (i, n) => Of(i, agencies[n % 3], i.OrderAppraisal(agencies[n % 3], Time(n), T0.AddDays(n % 70))),
            (i, n) => Of(i, agencies[n % 3], i.ReceiveAppraisal(agencies[n % 3])), (i, n) => Once(i.ReportExtendedByDays, Theirs(i, agencies[n % 3], i.ExtendReport(agencies[n % 3], (n % 80) - 5, Time(n), T0.AddDays(n % 70)))),
            (i, n) => n % 4 == 0 ? Of(i, agencies[n % 3], i.Submit(agencies[n % 3], people[n / 4 % 2], "7", IncidentGrade.Exceptional, T0)) : null,
            (i, n) => Once(i.ReplyExtendedByDays, Theirs(i, agencies[n % 3], i.ExtendReply(agencies[n % 3], (n % 50) - 5, Time(n), T0.AddDays(n % 70)))), (i, n) => n % 4 == 0 ? Another(people[n / 4 % 2], i.Submitter, Theirs(i, agencies[n % 3], i.Reply(agencies[n % 3], people[n / 4 % 2], "8", T0))) : null,
            (i, n) => n % 5 == 0 ? Theirs(i, agencies[n % 3], i.Publish(agencies[n % 3], T0)) : null, (i, n) => n % 23 == 0 ? i.Discontinue(agencies[n % 3], "Another accident") : null);
    }

    private static OwedTime Time(int n) => new((ClockState)(n % Enum.GetValues<ClockState>().Length), T0.AddDays(60));

    private static Refusal? Theirs(Investigation it, string agency, Refusal? refusal)
    {
        Assert.True(agency == it.Authority || refusal is { Rule: "not-the-authority", Status: 403 });
        return refusal;
    }

    private static Refusal? Of(Investigation it, string agency, Refusal? refusal)
    {
        Assert.True(agency == it.Authority || it.Team.Contains(agency) || refusal is { Rule: "not-in-the-team", Status: 403 });
        return refusal;
    }

    /// <summary>The days are read before the act: whoever has them gets no more.</summary>
    private static Refusal? Once(int? before, Refusal? refusal)
    {
        Assert.True(before is null || refusal is not null);
        return refusal;
    }

    private static Refusal? Another(string person, string? submitter, Refusal? refusal)
    {
        Assert.True(person != submitter || refusal is not null);
        return refusal;
    }
}
