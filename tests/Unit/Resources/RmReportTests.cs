using Coordination.Contracts.Events;
using Coordination.Resources.Fills;
using Coordination.Resources.Messages;
using FsCheck;
using FsCheck.Fluent;
using static Coordination.Tests.Unit.Resources.Fills;
using static Coordination.Tests.Unit.Resources.RmStepTests;

namespace Coordination.Tests.Unit.Resources;

/// <summary>What a report of EDXL-RM means for a fill: the step that it tells of, or none.</summary>
public sealed class RmReportTests
{
    [Fact]
    public void No_report_moves_a_fill_back()
    {
        FillState[] way = [FillState.Committed, FillState.Mobilizing, FillState.EnRoute, FillState.Staged, FillState.Assigned, FillState.ReleasePending, FillState.Demobilizing, FillState.Returned];
        Prop.ForAll(Reports(), r =>
        {
            var fill = In(r.State, r.Side);
            var step = RmStep.Of(RmMessage.ReportResourceDeploymentStatus, Said(status: r.Status), fill, Now, Message);
            Assert.Equal(step.Moves.Count == 0, step.Reason is not null);
            foreach (var move in step.Moves) Assert.Null(fill.Take(move));
            var (before, after) = (Array.IndexOf(way, r.State), Array.IndexOf(way, fill.State));
            return (before < 0 || after < 0 || after >= before) && step.Moves.All(m => m.By == r.Side && m.MessageId == Message);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void What_is_behind_the_book_and_what_is_ahead_have_reasons_of_their_own()
    {
        Assert.Equal(RmReason.BehindBook, Of(RmMessage.ReportResourceDeploymentStatus, Said(status: "Mobilizing"), FillState.Assigned).Reason);
        Assert.Equal(RmReason.AheadOfBook, Of(RmMessage.ReportResourceDeploymentStatus, Said(status: "EnRoute"), FillState.Ordered).Reason);
        Assert.Equal(RmReason.AheadOfBook, Of(RmMessage.ReportResourceDeploymentStatus, Said(status: "Returned"), FillState.Assigned).Reason);
        Assert.Equal(RmReason.BehindBook, Of(RmMessage.ReportResourceDeploymentStatus, Said(status: "EnRoute"), FillState.Returned).Reason);
        Assert.Equal(RmReason.TimeUnclear, Of(RmMessage.ReportResourceDeploymentStatus, Said(times: new RmSchedule("ActualDeparture", Now.AddMinutes(1))), FillState.Mobilizing).Reason);
    }

    [Fact]
    public void An_old_report_puts_nothing_out_of_service_again_and_promises_no_arrival()
    {
        var fill = In(FillState.Assigned);
        var back = fill.Trail.Max(t => t.OccurredAt).AddMinutes(2);
        Assert.Null(fill.Take(new(FillStep.GoOutOfService, FillSide.Supplier, back.AddMinutes(-1), Reason: FillReason.EquipmentFailure)) ?? fill.Take(new(FillStep.ComeBackInService, FillSide.Supplier, back)));
        RmStep Report(DateTimeOffset at) => RmStep.Of(RmMessage.ReportResourceDeploymentStatus, Said(status: "OutOfService", times: new RmSchedule("Current", at)), fill, back.AddHours(2), Message);
        Assert.Equal(RmReason.BehindBook, Report(back.AddSeconds(-30)).Reason);
        Assert.Null(fill.Take(new(FillStep.AskStatus, FillSide.Requester, back.AddMinutes(5))));
        Assert.Equal(FillStep.GoOutOfService, Report(back.AddSeconds(30)).Moves[0].Step);
        var old = RmStep.Of(RmMessage.ReportResourceDeploymentStatus, Said(times: [new("Current", back.AddSeconds(-30)), new("EstimatedArrival", back.AddHours(1))]), fill, back.AddHours(2), Message);
        Assert.Null(old.Moves[0].Eta);
    }
}
