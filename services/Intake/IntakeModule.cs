using Coordination.Contracts.Events;
using Coordination.Intake.Batches;
using Coordination.Intake.Bodies;
using Coordination.Intake.Contacts;
using Coordination.Intake.Correlations;
using Coordination.Intake.Documents;
using Coordination.Intake.Duties;
using Coordination.Intake.EventNotices;
using Coordination.Intake.Hazards;
using Coordination.Intake.Indicators;
using Coordination.Intake.Messages;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Intake;

/// <summary>What is reported: reports and their verification, correlation, hazards and inspections, indicators, event notices.</summary>
internal sealed class IntakeModule : ServiceModule<IntakeDb>
{
    public override string Name => "intake";

    public override bool HasAccessLog => true;

    public override void Add(IServiceCollection services)
    {
        services.AddSingleton<IntakeRules>();
        services.AddSingleton<FloodLimit>();
        services.AddScoped<Reception>();
        services.AddScoped<Sending>();
        services.AddScoped<DocumentDesk>();
        services.AddScoped<Tree>();
    }

    public override IReadOnlyList<Google.Protobuf.Reflection.ServiceDescriptor> Rpc => [.. Coordination.Rpc.Intake.V1.ReportsReflection.Descriptor.Services];

    public override void Map(IEndpointRouteBuilder routes)
    {
        ReceiveReportCase.Map(routes);
        ReceivePublicReportCase.Map(routes);
        TakeCallCase.Map(routes);
        ReceiveReportBatchCase.Map(routes);
        ReceiveMessageCase.Map(routes);
        MakeReportCase.Map(routes);
        DismissMessageCase.Map(routes);
        ReadMessages.Map(routes);
        ReceiveDocumentCase.Map(routes);
        SettleDocument.Map(routes);
        ReadDocuments.Map(routes);
        CompleteReportCase.Map(routes);
        AcknowledgeReportCase.Map(routes);
        TriageReportCase.Map(routes);
        BeginVerification.Map(routes);
        VerifyReport.Map(routes);
        MarkUnfoundedCase.Map(routes);
        MarkDuplicateCase.Map(routes);
        TransferReportCase.Map(routes);
        ReopenReport.Map(routes);
        LinkReportCase.Map(routes);
        RelayReportCase.Map(routes);
        AnswerReporterCase.Map(routes);
        ReadReports.Map(routes);
        OpenContactCase.Map(routes);
        ReadContact.Map(routes);
        ListContactOpenings.Map(routes);
        DestroyContactCase.Map(routes);
        BeginReportingDutyCase.Map(routes);
        EndReportingDuty.Map(routes);
        ReadReportingDuties.Map(routes);
        ProposeCorrelationCase.Map(routes);
        DecideCorrelation.Map(routes);
        ReadCorrelations.Map(routes);
        IdentifyHazardCase.Map(routes);
        RegisterHazardCase.Map(routes);
        AssessHazardCase.Map(routes);
        AcceptHazard.Map(routes);
        OrderRectificationCase.Map(routes);
        BeginRectification.Map(routes);
        SubmitRectificationCase.Map(routes);
        VerifyRectificationCase.Map(routes);
        ReopenHazard.Map(routes);
        BecomeIncidentCase.Map(routes);
        RecordInspectionCase.Map(routes);
        ReadHazards.Map(routes);
        RegisterIndicatorCase.Map(routes);
        AppendReadingCase.Map(routes);
        DeclareLevelCase.Map(routes);
        ReportOffline.Map(routes);
        ReadIndicators.Map(routes);
        FileEventNoticeCase.Map(routes);
        AttachPermitCase.Map(routes);
        AcknowledgeEventNotice.Map(routes);
        EndEventNotice.Map(routes);
        WithdrawEventNotice.Map(routes);
        ReadEventNotices.Map(routes);
    }

    public override void Subscribe(Subscriptions on)
    {
        on.Sharing();
        on.Event<ReportReceived, OnReportReceived>();
        on.Event<JurisdictionSet, OnTreeChanged>();
        on.Event<AgencyPlaced, OnTreeChanged>();
        on.Event<AuthorityGranted, OnTreeChanged>();
        on.Event<AuthorityEnded, OnTreeChanged>();
        on.Event<IncidentMerged, OnIncidentMerged>();
        on.Event<IncidentClosed, OnIncidentClosed>();
        on.Event<ResponseEnded, OnResponseEnded>();
    }

    public override void React(ClockReactions on)
    {
        on.Breach<OnAcknowledgeOverdue>("report.acknowledge");
        on.Breach<OnAcknowledgeOverdue>("report.look");
        on.Breach<OnLookOverdue>("message.look");
        on.Breach<OnDocumentOverdue>("document.look");
        on.Warn<OnRetentionEnding>("report.contact-retention");
        on.Warn<OnSenderRetentionEnding>("message.sender-retention");
        on.Warn<OnOriginalRetentionEnding>("document.original-retention");
        on.Breach<OnReportMissed>("report.zero");
        on.Breach<OnReportMissed>("report.daily");
        on.Breach<OnReportMissed>("report.drought");
        foreach (var kind in Enum.GetValues<InspectionKind>()) on.Breach<OnInspectionMissed>(kind.Key());
        on.Breach<OnSilence>("indicator.silence");
        on.Breach<OnCountMissed>("indicator.manual-count");
    }
}
