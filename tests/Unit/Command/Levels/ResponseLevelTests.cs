using Coordination.Command.Incidents;
using Coordination.Command.Levels;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Tests.Unit.Command.Incidents;

namespace Coordination.Tests.Unit.Command.Levels;

public sealed class ResponseLevelTests
{
    private static readonly DateTimeOffset T0 = IncidentTests.T0;

    private static (ResponseLevel?, Refusal?) Propose(Incident incident, ResponseGrade level = ResponseGrade.IV, int hours = 24) => ResponseLevel.Propose(
        incident, new(incident.Id, level, "Flood of the Songhua", ["Evacuate the low ground"], T0.AddHours(hours)), "county", T0);

    private static ResponseLevel Proposed(ResponseGrade level = ResponseGrade.IV)
    {
        var (proposed, refusal) = Propose(IncidentTests.Active(), level);
        Assert.Null(refusal);
        return proposed!;
    }

    private static ResponseLevel InForce(ResponseGrade level = ResponseGrade.III)
    {
        var it = Proposed(level);
        Assert.Null(it.Approve("city"));
        Assert.Null(it.PutInForce());
        return it;
    }

    private static ResponseLevel SelfActivated()
    {
        var it = Proposed();
        Assert.Null(it.SelfActivate("county"));
        return it;
    }

    [Fact]
    public void The_table_of_a_response_level_is_this_one() => Machine.HasTable(ResponseLevel.Life, """
        Proposed: Approved Rejected
        Approved: InForce
        InForce: RaiseProposed LowerProposed EndProposed
        RaiseProposed: InForce
        LowerProposed: InForce
        EndProposed: Ended InForce
        """);

    [Fact]
    public void Whatever_is_decided_a_response_level_keeps_to_its_table()
    {
        foreach (var create in (Func<ResponseLevel>[])[() => Proposed(), () => InForce(), SelfActivated])
            Machine.Keeps(create, ResponseLevel.Life, l => l.State, l => l.Version, Holds,
                (l, _) => l.Approve("city"), (l, _) => l.PutInForce(), (l, _) => l.Confirm("city"), (l, n) => l.ProposeChange((ResponseGrade)(n % 4)),
                (l, n) => l.ApproveChange("province", n % 3 > 0), (l, n) => l.Extend(T0.AddHours(n % 90), T0), (l, n) => n % 7 == 0 ? l.ProposeEnd("River falls") : null,
                (l, n) => n % 7 == 0 ? l.End() : null, (l, n) => Missed(l), (l, n) => n % 5 == 0 ? l.Reject("city", "The dyke holds") : null,
                (l, n) => n % 2 == 0 ? l.RefuseEnd("city", "Rain goes on") : null);
    }

    /// <summary>
    /// A change is pending exactly while one is proposed; what is in force was approved, and what was rejected was not; what was confirmed was a duty lead's own act;
    /// an end has a reason exactly while it is proposed or came, and so has each refusal.
    /// </summary>
    private static bool Holds(ResponseLevel l) =>
        l.State is ResponseLevelState.RaiseProposed or ResponseLevelState.LowerProposed == l.ProposedLevel.HasValue
        && (l.State == ResponseLevelState.RaiseProposed ? l.ProposedLevel > l.Level : l.State != ResponseLevelState.LowerProposed || l.ProposedLevel < l.Level)
        && l.State is ResponseLevelState.Proposed or ResponseLevelState.Rejected == l.ApprovedBy is null
        && l.RefusedBy is null == l.RefusedBecause is null
        && (l.State != ResponseLevelState.Rejected || l.RefusedBy is not null)
        && (!l.SelfActivated || l.Level == ResponseGrade.IV)
        && l.State is ResponseLevelState.EndProposed or ResponseLevelState.Ended == l.EndReason is not null;

    [Fact]
    public void A_level_is_proposed_approved_and_put_in_force_then_raised_lowered_and_ended()
    {
        var level = InForce(ResponseGrade.IV);
        Func<Refusal?>[] steps =
        [
            () => level.ProposeChange(ResponseGrade.II), () => level.ApproveChange("province", agree: true), () => level.ProposeChange(ResponseGrade.III),
            () => level.ApproveChange("province", agree: true), () => level.ProposeEnd("River falls"), level.End,
        ];
        Assert.All(steps, step => Assert.Null(step()));
        Assert.Equal((ResponseLevelState.Ended, ResponseGrade.III, "province", 9), (level.State, level.Level, level.ApprovedBy, level.Version));
    }

    [Fact]
    public void A_change_that_is_not_approved_leaves_the_old_level_in_force()
    {
        var level = InForce();
        Assert.Null(level.ProposeChange(ResponseGrade.I));
        Assert.Equal(ResponseGrade.III, level.Level);
        Assert.Null(level.ApproveChange("province", agree: false));
        Assert.Equal((ResponseLevelState.InForce, ResponseGrade.III, null, "city"), (level.State, level.Level, level.ProposedLevel, level.ApprovedBy));
    }

    [Fact]
    public void A_level_that_is_not_agreed_to_never_comes_into_force()
    {
        var level = Proposed();
        Assert.Null(level.Reject("province", "The dyke holds"));
        Assert.Equal((ResponseLevelState.Rejected, "province", "The dyke holds", 2), (level.State, level.RefusedBy, level.RefusedBecause, level.Version));
        foreach (var refused in (Func<Refusal?>[])[() => level.Approve("province"), level.PutInForce, () => level.SelfActivate("county"), () => level.Reject("city", "Again")])
            Machine.Refused(refused(), "illegal-transition");
        Machine.Refused(InForce().Reject("province", "Too late"), "illegal-transition");
    }

    [Fact]
    public void An_end_that_is_not_agreed_to_leaves_the_level_in_force_as_it_was()
    {
        var level = InForce();
        Machine.Refused(level.RefuseEnd("city", "Nothing proposed"), "illegal-transition");
        Assert.Null(level.ProposeEnd("River falls"));
        Assert.Null(level.RefuseEnd("city", "Rain goes on upstream"));
        Assert.Equal((ResponseLevelState.InForce, ResponseGrade.III, "city", null), (level.State, level.Level, level.ApprovedBy, level.EndReason));
        Assert.Equal(("city", "Rain goes on upstream"), (level.RefusedBy, level.RefusedBecause));
        Assert.Null(level.ProposeChange(ResponseGrade.II));
        Assert.Null(level.ApproveChange("province", agree: false));
        Assert.Null(level.ProposeEnd("River falls"));
        Assert.Null(level.End());
    }

    [Fact]
    public void The_duty_lead_sets_level_IV_in_force_alone_as_one_decision_and_no_higher_one()
    {
        var level = SelfActivated();
        Assert.Equal((ResponseLevelState.InForce, true, "county", 2), (level.State, level.SelfActivated, level.ApprovedBy, level.Version));
        var higher = Proposed(ResponseGrade.III);
        Machine.Refused(higher.SelfActivate("county"), "self-activation");
        Machine.Refused(level.SelfActivate("county"), "illegal-transition");
        Assert.Equal((ResponseLevelState.Proposed, 1), (higher.State, higher.Version));
    }

    [Fact]
    public void What_the_duty_lead_did_is_confirmed_once_and_a_missed_confirmation_shows()
    {
        Machine.Refused(InForce(ResponseGrade.IV).Confirm("city"), "nothing-to-confirm");
        var level = SelfActivated();
        level.MissConfirmation();
        level.MissConfirmation();
        Assert.Equal((true, 3), (level.ConfirmationOverdue, level.Version));
        Assert.Null(level.Confirm("city"));
        Machine.Refused(level.Confirm("city"), "nothing-to-confirm");
        Assert.Equal("city", level.ConfirmedBy);
    }

    [Fact]
    public void A_confirmed_level_is_never_overdue()
    {
        var level = SelfActivated();
        Assert.Null(level.Confirm("city"));
        level.MissConfirmation();
        Assert.Equal((false, 3), (level.ConfirmationOverdue, level.Version));
    }

    [Fact]
    public void A_level_is_for_a_confirmed_incident_whose_response_has_not_ended()
    {
        Machine.Refused(Propose(IncidentTests.Opened()).Item2, "incident-not-open");
        var over = IncidentTests.Active();
        Assert.Null(over.Stabilise());
        Assert.Null(over.EndResponse(T0));
        Machine.Refused(Propose(over).Item2, "incident-not-open");
    }

    [Fact]
    public void The_expected_end_lies_ahead_and_is_only_moved_further()
    {
        Machine.Refused(Propose(IncidentTests.Active(), hours: 0).Item2, "expected-end");
        var level = InForce();
        Machine.Refused(level.Extend(T0.AddHours(24), T0), "expected-end");
        Machine.Refused(level.Extend(T0.AddHours(30), T0.AddHours(30)), "expected-end");
        Assert.Null(level.Extend(T0.AddHours(48), T0.AddHours(30)));
        Assert.Equal(T0.AddHours(48), level.ExpectedEnd);
        Machine.Refused(Proposed().Extend(T0.AddHours(48), T0), "illegal-transition");
    }

    [Fact]
    public void The_level_that_is_in_force_is_not_proposed_again() =>
        Machine.Refused(InForce().ProposeChange(ResponseGrade.III), "same-level");

    [Fact]
    public void Nothing_is_decided_on_a_change_that_nobody_proposed()
    {
        var level = InForce();
        Machine.Refused(level.ApproveChange("province", agree: true), "illegal-transition");
        Machine.Refused(level.End(), "illegal-transition");
        Assert.Null(level.ProposeEnd("River falls"));
        Machine.Refused(level.ApproveChange("province", agree: true), "illegal-transition");
        Machine.Refused(level.ProposeChange(ResponseGrade.I), "illegal-transition");
    }

    private static Refusal? Missed(ResponseLevel level)
    {
        level.MissConfirmation();
        return null;
    }
}
