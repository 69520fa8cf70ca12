using Coordination.Contracts.Events;
using Coordination.Intake.Bodies;
using Coordination.Intake.Contacts;
using Coordination.Intake.Correlations;
using Coordination.Intake.Duties;
using Coordination.Intake.EventNotices;
using Coordination.Intake.Hazards;
using Coordination.Intake.Indicators;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Intake;

/// <summary>What is reported: reports and their verification, correlation, hazards and inspections, indicators, event notices.</summary>
internal sealed class IntakeModule : ServiceModule<IntakeDb>
{
    public override string Name => "intake";

    public override void Add(IServiceCollection services)
    {
        services.AddSingleton<IntakeRules>();
        services.AddSingleton<FloodLimit>();
        services.AddScoped<Reception>();
        services.AddScoped<Tree>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        ReceiveReportSlice.Map(routes);
        ReceivePublicReportSlice.Map(routes);
        CompleteReportSlice.Map(routes);
        AcknowledgeReport.Map(routes);
        TriageReportSlice.Map(routes);
        BeginVerification.Map(routes);
        VerifyReport.Map(routes);
        MarkUnfoundedSlice.Map(routes);
        MarkDuplicateSlice.Map(routes);
        TransferReportSlice.Map(routes);
        ReopenReport.Map(routes);
        LinkReportSlice.Map(routes);
        RelayReportSlice.Map(routes);
        AnswerReporter.Map(routes);
        ReadReports.Map(routes);
        OpenContactSlice.Map(routes);
        ReadContact.Map(routes);
        DestroyContactSlice.Map(routes);
        BeginReportingDutySlice.Map(routes);
        EndReportingDuty.Map(routes);
        ReadReportingDuties.Map(routes);
        ProposeCorrelationSlice.Map(routes);
        DecideCorrelation.Map(routes);
        ReadCorrelations.Map(routes);
        IdentifyHazardSlice.Map(routes);
        RegisterHazardSlice.Map(routes);
        AssessHazardSlice.Map(routes);
        AcceptHazard.Map(routes);
        OrderRectificationSlice.Map(routes);
        BeginRectification.Map(routes);
        SubmitRectificationSlice.Map(routes);
        VerifyRectificationSlice.Map(routes);
        ReopenHazard.Map(routes);
        BecomeIncidentSlice.Map(routes);
        RecordInspectionSlice.Map(routes);
        ReadHazards.Map(routes);
        RegisterIndicatorSlice.Map(routes);
        AppendReadingSlice.Map(routes);
        DeclareLevelSlice.Map(routes);
        ReportOffline.Map(routes);
        ReadIndicators.Map(routes);
        FileEventNoticeSlice.Map(routes);
        AttachPermitSlice.Map(routes);
        AcknowledgeEventNotice.Map(routes);
        EndEventNotice.Map(routes);
        WithdrawEventNotice.Map(routes);
        ReadEventNotices.Map(routes);
    }

    public override void Subscribe(Subscriptions on)
    {
        on.Event<JurisdictionSet, OnTreeChanged>();
        on.Event<AuthorityGranted, OnTreeChanged>();
        on.Event<AuthorityEnded, OnTreeChanged>();
        on.Event<IncidentMerged, OnIncidentMerged>();
        on.Event<IncidentClosed, OnIncidentClosed>();
        on.Event<ResponseEnded, OnResponseEnded>();
    }

    public override void React(ClockReactions on)
    {
        on.Breach<OnAcknowledgeOverdue>("report.acknowledge");
        on.Warn<OnRetentionEnding>("report.contact-retention");
        on.Breach<OnReportMissed>("report.zero");
        on.Breach<OnReportMissed>("report.daily");
        on.Breach<OnReportMissed>("report.drought");
        foreach (var kind in Enum.GetValues<InspectionKind>()) on.Breach<OnInspectionMissed>(kind.Key());
        on.Breach<OnSilence>("indicator.silence");
        on.Breach<OnCountMissed>("indicator.manual-count");
    }
}
