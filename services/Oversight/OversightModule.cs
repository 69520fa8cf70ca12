using Coordination.Contracts.Events;
using Coordination.Oversight.ClockBoard;
using Coordination.Oversight.Complaints;
using Coordination.Oversight.Findings;
using Coordination.Oversight.Measures;
using Coordination.Oversight.Mediation;
using Coordination.Oversight.Timeline;
using Coordination.Platform;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Oversight;

/// <summary>The record that nobody can quietly change, and those who look after duties and rights.</summary>
internal sealed class OversightModule : ServiceModule<OversightDb>
{
    public override string Name => "oversight";

    public override bool HasAccessLog => true;

    public override void Map(IEndpointRouteBuilder routes)
    {
        ReadTimeline.Map(routes);
        ReadClockBoard.Map(routes);
        JudgeFinding.Map(routes);
        ReviewMeasureCase.Map(routes);
        ReadMediationCounts.Map(routes);
        ComplainAboutResponderCase.Map(routes);
    }

    public override void Subscribe(Subscriptions on)
    {
        on.Sharing();
        on.All<RecordTimeline>();
        on.Event<ReportReceived, OnReportReceived>();
        on.Event<ReportingDutyChanged, OnReportingDutyChanged>();
        on.Event<OrderIssued, OnOrderIssued>();
        on.Event<ClockChanged, OnClockChanged>();
        on.Event<ClockChanged, OnDutyBreached>();
        on.Event<ReportAcknowledged, OnReportTaken>();
        on.Event<ReportStateChanged, OnReportTaken>();
        on.Event<MediationCaseCounted, OnMediationCaseCounted>();
    }

    public override void React(ClockReactions on) => on.Breach<OnComplaintRetentionOver>("retention.responder-complaint");
}
