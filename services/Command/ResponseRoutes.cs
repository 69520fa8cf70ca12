using Coordination.Command.Activations;
using Coordination.Command.Exercises;
using Coordination.Command.Groups;
using Coordination.Command.HeadCounts;
using Coordination.Command.Investigations;
using Coordination.Command.Orders;
using Coordination.Command.Orders.Many;
using Coordination.Command.Periods;
using Coordination.Command.Plans;
using Coordination.Command.Recovery;
using Coordination.Command.Reviews;
using Coordination.Command.Reviews.Record;
using Coordination.Command.Rosters;
using Coordination.Command.Scenes;
using Coordination.Command.Transfers;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command;

/// <summary>Table of contents: plans, activations, groups, orders, transfers, rosters, exercises, reviews, recovery, scenes, investigations, operational periods and head counts.</summary>
internal static class ResponseRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        ListPlanVersions.Map(routes);
        ReadPlanVersion.Map(routes);
        ApprovePlan.Map(routes);
        ConsultOnPlan.Map(routes);
        FilePlan.Map(routes);
        IssuePlan.Map(routes);
        ReadPlanLinks.Map(routes);
        PutPlanInForce.Map(routes);
        RewritePlanCase.Map(routes);
        SubmitPlan.Map(routes);
        WithdrawPlan.Map(routes);
        DraftPlanCase.Map(routes);
        ListPlans.Map(routes);
        ReadPlan.Map(routes);
        RevisePlanCase.Map(routes);
        ReviewEventPlanCase.Map(routes);

        ListActivations.Map(routes);
        StandByPlanCase.Map(routes);
        ReadActivation.Map(routes);
        ActivatePlan.Map(routes);
        AuthoriseActivation.Map(routes);
        CancelActivation.Map(routes);
        EndActivation.Map(routes);
        StandDownActivation.Map(routes);

        FormGroupCase.Map(routes);
        ListGroups.Map(routes);
        ReadGroup.Map(routes);
        BeginGroupWork.Map(routes);
        ReleaseGroup.Map(routes);
        RestaffGroup.Map(routes);
        StaffGroup.Map(routes);

        ListOrders.Map(routes);
        WriteOrderCase.Map(routes);
        ReadOrder.Map(routes);
        AcceptOrder.Map(routes);
        AcknowledgeOrder.Map(routes);
        AskClarification.Map(routes);
        BlockOrder.Map(routes);
        CancelOrder.Map(routes);
        ClarifyOrder.Map(routes);
        CompleteOrder.Map(routes);
        DeclineOrder.Map(routes);
        DeliverOrder.Map(routes);
        FailOrder.Map(routes);
        IssueOrder.Map(routes);
        ReportProgress.Map(routes);
        StartOrder.Map(routes);
        SupersedeOrderCase.Map(routes);
        VerifyOrder.Map(routes);
        IssueOrdersCase.Map(routes);
        ReadOrderGroup.Map(routes);
        CancelOrders.Map(routes);
        SupersedeOrdersCase.Map(routes);

        ListTransfers.Map(routes);
        ProposeTransferCase.Map(routes);
        ReadTransfer.Map(routes);
        AcceptTransfer.Map(routes);
        BriefTransfer.Map(routes);
        PassCommandCase.Map(routes);
        RejectTransfer.Map(routes);
        WithdrawTransfer.Map(routes);
        TakeActingCommand.Map(routes);
        TakeOverCommandCase.Map(routes);
        ReadIncidentCommand.Map(routes);

        ListRosters.Map(routes);
        PlanRosterCase.Map(routes);
        ReadRoster.Map(routes);
        ListShifts.Map(routes);
        ReadShift.Map(routes);
        CloseShiftCase.Map(routes);
        ConfirmShift.Map(routes);
        CoverShift.Map(routes);
        HandOverShiftCase.Map(routes);
        TakeDuty.Map(routes);
        ReadWatches.Map(routes);
        StandDownWatch.Map(routes);

        ListDrills.Map(routes);
        PlanDrillCase.Map(routes);
        ReadDrill.Map(routes);
        ReadDrillResults.Map(routes);
        AbortDrill.Map(routes);
        ApproveDrill.Map(routes);
        BriefDrill.Map(routes);
        CancelDrill.Map(routes);
        CloseDrill.Map(routes);
        EndDrill.Map(routes);
        EvaluateDrillCase.Map(routes);
        LinkFindingCase.Map(routes);
        ObserveInject.Map(routes);
        PlayInject.Map(routes);
        StartDrill.Map(routes);
        TrackImprovement.Map(routes);
        BeginExerciseCase.Map(routes);
        ListExercises.Map(routes);
        ReadExercise.Map(routes);
        AdvanceExerciseCase.Map(routes);
        EndExercise.Map(routes);
        PauseExercise.Map(routes);
        ResumeExercise.Map(routes);
        SetExerciseSpeed.Map(routes);

        ListReviews.Map(routes);
        ReadReview.Map(routes);
        ReadReviewRecord.Map(routes);
        LinkActionCase.Map(routes);
        AdoptReview.Map(routes);
        CloseReview.Map(routes);
        CollectReview.Map(routes);
        CommentOnReview.Map(routes);
        ContributeToReview.Map(routes);
        DraftReviewCase.Map(routes);
        TrackReview.Map(routes);

        BeginRecovery.Map(routes);
        AssessLossesCase.Map(routes);
        DraftRecoveryPlan.Map(routes);
        DecideRecoveryPlan.Map(routes);
        AssignRecoveryTaskCase.Map(routes);
        DoRecoveryTask.Map(routes);
        ReportRecoveryCase.Map(routes);
        ReadRecovery.Map(routes);

        RecordSceneCase.Map(routes);
        BeginInvestigationCase.Map(routes);
        ConductInvestigation.Map(routes);
        ExtendInvestigation.Map(routes);
        ReportInvestigationCase.Map(routes);
        ReplyToInvestigationCase.Map(routes);
        CarryOutMeasure.Map(routes);
        ReadInvestigations.Map(routes);

        PlanPeriodCase.Map(routes);
        BeginPeriod.Map(routes);
        EndPeriod.Map(routes);
        CancelPeriodCase.Map(routes);
        ReadPeriods.Map(routes);
        DraftActionPlan.Map(routes);
        DecideActionPlan.Map(routes);
        ApproveActionPlan.Map(routes);
        ReadIncidentActionPlan.Map(routes);
        EndObjective.Map(routes);
        ReadObjectives.Map(routes);

        StartHeadCountCase.Map(routes);
        StopHeadCount.Map(routes);
        AnswerHeadCountCase.Map(routes);
        ReadHeadCounts.Map(routes);
    }
}
