using Coordination.Command.Access;
using Coordination.Command.Activations;
using Coordination.Command.Availability;
using Coordination.Command.Duties;
using Coordination.Command.Facts;
using Coordination.Command.Grades;
using Coordination.Command.HeadCounts;
using Coordination.Command.Incidents;
using Coordination.Command.Investigations;
using Coordination.Command.Jurisdictions;
using Coordination.Command.Levels;
using Coordination.Command.Notices;
using Coordination.Command.Orders;
using Coordination.Command.Periods;
using Coordination.Command.Plans;
using Coordination.Command.Reachability;
using Coordination.Command.Reviews;
using Coordination.Command.Reviews.Record;
using Coordination.Command.Rosters;
using Coordination.Command.Situation;
using Coordination.Command.Transfers;
using Coordination.Command.Warnings;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Command;

/// <summary>Who commands what, under which level, plan and warning.</summary>
internal sealed class CommandModule : ServiceModule<CommandDb>
{
    public override string Name => "command";

    public override bool HasAccessLog => true;

    public override void Add(IServiceCollection services) => services.AddScoped<ChecklistOrders>().AddScoped<WatchCover>().AddScoped<SituationFile>().AddScoped<ReviewFile>().AddScoped<CallClocks>()
        .AddScoped<NoticeClocks>().AddScoped<PeriodClocks>().AddScoped<HeadCountClocks>().AddScoped<EventPlanClocks>().AddScoped<InvestigationClocks>();

    public override IReadOnlyList<Google.Protobuf.Reflection.ServiceDescriptor> Rpc =>
    [
        .. Coordination.Rpc.Command.V1.IncidentsReflection.Descriptor.Services, .. Coordination.Rpc.Command.V1.OrdersReflection.Descriptor.Services,
        .. Coordination.Rpc.Command.V1.FactsReflection.Descriptor.Services,
    ];

    public override void Map(IEndpointRouteBuilder routes)
    {
        SetJurisdictionCase.Map(routes);
        ReadJurisdictions.Map(routes);
        PlaceAgencyCase.Map(routes);
        GrantAuthorityCase.Map(routes);
        EndAccessCase.Map(routes);
        OpenIncidentCase.Map(routes);
        ReadIncidents.Map(routes);
        MoveIncident.Map(routes);
        CloseIncident.Map(routes);
        ActivateIncident.Map(routes);
        MergeIncidentCase.Map(routes);
        JoinIncidentCase.Map(routes);
        CountCasualtiesCase.Map(routes);
        DecideCasualtiesCase.Map(routes);
        ReadCasualtyTally.Map(routes);
        ProposeGrade.Map(routes);
        ConfirmGrade.Map(routes);
        ProposeWarningCase.Map(routes);
        ApproveWarning.Map(routes);
        RejectWarningCase.Map(routes);
        DecideWarning.Map(routes);
        IssueWarningCase.Map(routes);
        AmendWarningCase.Map(routes);
        AdjustWarningCase.Map(routes);
        AnswerWarning.Map(routes);
        TakeOverCall.Map(routes);
        NotifyNeighbourCase.Map(routes);
        IssueNoticeCase.Map(routes);
        ReadNotices.Map(routes);
        AcknowledgeNoticeCase.Map(routes);
        TakeOverNotice.Map(routes);
        CorrectNoticeCase.Map(routes);
        WithdrawNoticeCase.Map(routes);
        ProposeResponseLevelCase.Map(routes);
        SetResponseLevel.Map(routes);
        ChangeResponseLevelCase.Map(routes);
        EndResponseLevel.Map(routes);
        RejectResponseLevel.Map(routes);
        ReadSituationReport.Map(routes);
        AskAvailabilityCase.Map(routes);
        CheckFactCase.Map(routes);
        ResponseRoutes.Map(routes);
        PreparednessRoutes.Map(routes);
    }

    public override void Subscribe(Subscriptions on)
    {
        on.Event<IndicatorLevelChanged, OnIndicatorLevelChanged>();
        on.Event<IndicatorLevelChanged, OnIndicatorRaised>();
        on.Event<EventNoticeChanged, OnEventNoticeChanged>();
        on.Event<ResponseEnded, OnResponseEnded>();
        on.Event<RequestChanged, OnRequestChanged>();
        on.Event<FillMoved, OnFillMoved>();
        on.Event<AlertIssued, OnAlertIssued>();
        on.Event<AlertEnded, OnAlertEnded>();
    }

    public override void React(ClockReactions on)
    {
        on.Breach<OnAnswerOverdue>("warning.answer");
        on.Breach<OnAnswerOverdue>("warning.superior");
        on.Breach<OnNoticeUnanswered>("notice.receipt");
        on.Breach<OnNoticeUnanswered>("notice.superior");
        on.Breach<OnConfirmationOverdue>("level.confirmation");
        on.Breach<OnOrderUnanswered>("order.deliver");
        on.Breach<OnOrderUnanswered>("order.acknowledge");
        on.Breach<OnOrderUnanswered>("order.alternate");
        on.Breach<OnOrderExpired>("order.expire");
        on.Breach<OnTransferNotAccepted>("transfer.accept");
        on.Breach<OnShiftUnconfirmed>("shift.confirm");
        on.Breach<OnShiftNotTaken>("shift.take");
        on.Breach<OnHandoverMissed>("shift.handover");
        on.Warn<OnWatchEndsSoon>("watch.cover");
        on.Breach<OnWatchEnded>("watch.cover");
        on.Breach<OnPeriodBegins>(PeriodClocks.Start);
        on.Breach<OnHeadCountDue>(HeadCountClocks.Round);
        on.Breach<OnHeadCountUnanswered>(HeadCountClocks.Answer);
        on.Breach<OnDutyMissed>("meeting.monthly");
        on.Breach<OnDutyMissed>("training.quarterly");
        on.Breach<OnReachabilityDue>(ReachabilityTest.ClockKey);
    }
}
