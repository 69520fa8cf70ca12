using Coordination.Command.Programmes;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Command.Programmes;

public sealed class ProgrammeTests
{
    private static readonly DateTimeOffset T0 = new(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly PlanProgramme Schools = new("Schools", "220221", "city", ["water", "fire"], new(T0.AddDays(10), T0.AddDays(20), T0.AddDays(30), T0.AddDays(40)));
    private static readonly GiveBackProgramme Poor = new(["No list of exits"], T0.AddDays(60), T0.AddDays(70));

    private static (Programme?, Refusal?) Plan(PlanProgramme request) => Programme.Plan(request, null, "county", T0);

    private static Programme In(ProgrammeState state)
    {
        var programme = Plan(Schools).Item1!;
        while (programme.State < state)
        {
            if (programme.State != ProgrammeState.Planned) Assert.All(programme.Agencies, a => Assert.Null(programme.Share(a, T0)));
            Assert.Null(programme.Advance("county", null, T0));
        }
        return programme;
    }

    [Fact]
    public void The_table_of_a_programme_is_this_one() => Machine.HasTable(Programme.Life, """
        Planned: Surveying Cancelled
        Surveying: Revising Cancelled
        Revising: Improving Cancelled
        Improving: Accepting Cancelled
        Accepting: Accepted Improving Cancelled
        """);

    [Fact]
    public void Whatever_is_done_a_programme_keeps_to_its_table_and_another_accepts_it_than_who_runs_it()
    {
        string[] agencies = ["county", "city", "water", "fire"];
        Machine.Keeps(
            () => In(ProgrammeState.Planned), Programme.Life, p => p.State, p => p.Version,
            p => (p.State == ProgrammeState.Accepted) == (p.AcceptedAt is not null) && (p.State is ProgrammeState.Planned or ProgrammeState.Accepted or ProgrammeState.Cancelled) == (p.DueAt is null) && (p.State == ProgrammeState.Cancelled) == (p.Reason is not null)
                && (p.State is not (ProgrammeState.Accepting or ProgrammeState.Accepted) || p.Shares.Count == 6),
            (p, n) => p.Share(agencies[n % 4], T0), (p, n) => p.Share(agencies[n % 4], T0), (p, n) => Only("county", agencies[n % 4], p.Advance(agencies[n % 4], null, T0)),
            (p, n) => n % 3 == 0 ? Only("city", agencies[n % 4], p.Accept(agencies[n % 4], T0)) : null, (p, n) => Only("city", agencies[n % 4], p.GiveBack(agencies[n % 4], Poor, T0)),
            (p, n) => n % 13 == 0 ? Only("county", agencies[n % 4], p.Cancel(agencies[n % 4], false, "No money")) : null);
    }

    private static Refusal? Only(string may, string agency, Refusal? refusal)
    {
        Assert.True(agency == may || refusal is { Status: 403 });
        return refusal;
    }

    [Fact]
    public void A_stage_ends_when_all_have_done_their_share_once()
    {
        var programme = In(ProgrammeState.Surveying);
        Assert.Equal(T0.AddDays(10), programme.DueAt);
        Assert.Null(programme.Share("water", T0));
        Machine.Refused(programme.Share("water", T0), "share-done");
        Machine.Refused(programme.Share("harbour", T0), "takes-no-part");
        Machine.Refused(programme.Advance("county", null, T0), "share-open");
        Machine.Refused(In(ProgrammeState.Planned).Share("water", T0), "no-stage");
        Machine.Refused(In(ProgrammeState.Accepting).Advance("county", null, T0), "no-stage");
    }

    [Fact]
    public void A_stage_that_would_be_due_already_gets_another_date()
    {
        var programme = In(ProgrammeState.Surveying);
        Assert.All(programme.Agencies, a => Assert.Null(programme.Share(a, T0)));
        Machine.Refused(programme.Advance("county", null, T0.AddDays(20)), "stage-order");
        Machine.Refused(programme.Advance("county", new(Revise: T0.AddDays(35)), T0.AddDays(20)), "stage-order");
        Assert.Null(programme.Advance("county", new(Revise: T0.AddDays(25)), T0.AddDays(20)));
        Assert.Equal((T0.AddDays(25), T0.AddDays(30)), (programme.DueAt, programme.Dates.Improve));
    }

    [Fact]
    public void What_cannot_go_on_is_cancelled_by_who_runs_it_or_is_on_duty()
    {
        Machine.Refused(In(ProgrammeState.Accepting).Cancel("city", false, "No money"), "not-the-runner");
        Assert.Null(In(ProgrammeState.Accepting).Cancel("city", true, "No money"));
        Assert.Null(In(ProgrammeState.Planned).Cancel("county", false, "No money"));
        var accepted = In(ProgrammeState.Accepting);
        Assert.Null(accepted.Accept("city", T0));
        Machine.Refused(accepted.Cancel("county", false, "No money"), "illegal-transition");
    }

    [Fact]
    public void Given_back_it_is_improved_by_all_once_more_until_other_dates()
    {
        var programme = In(ProgrammeState.Accepting);
        Machine.Refused(programme.GiveBack("city", Poor with { Accept = T0.AddDays(60) }, T0), "stage-order");
        Assert.Null(programme.GiveBack("city", Poor, T0));
        Assert.Equal((ProgrammeState.Improving, T0.AddDays(60), 1), (programme.State, programme.DueAt, programme.Findings.Count));
        Machine.Refused(programme.Advance("county", null, T0), "share-open");
    }

    [Fact]
    public void Its_dates_follow_each_other_and_who_runs_it_or_takes_part_does_not_accept_it()
    {
        Machine.Refused(Plan(Schools with { Dates = Schools.Dates with { Revise = T0.AddDays(5) } }).Item2, "stage-order");
        Machine.Refused(Plan(Schools with { Accepter = "county" }).Item2, "own-work");
        Machine.Refused(Plan(Schools with { Accepter = "fire" }).Item2, "own-work");
        Machine.Refused(Plan(Schools with { Agencies = ["Mr Li"] }).Item2, "code");
    }
}
