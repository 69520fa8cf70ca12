using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Alerts;
using Coordination.PublicInformation.Clarifications;
using Coordination.PublicInformation.Releases;
using Coordination.PublicInformation.Statements;
using Microsoft.AspNetCore.Routing;

namespace Coordination.PublicInformation;

/// <summary>Tells people the truth in time.</summary>
internal sealed class PublicInformationModule : ServiceModule<PublicInformationDb>
{
    public override string Name => "public-information";

    public override bool HasAccessLog => true;

    public override void Map(IEndpointRouteBuilder routes)
    {
        DraftStatementCase.Map(routes);
        RewriteStatementCase.Map(routes);
        TranslateStatement.Map(routes);
        MoveStatement.Map(routes);
        PublishStatement.Map(routes);
        ReadStatements.Map(routes);
        CompareFactsCase.Map(routes);

        DraftAlertCase.Map(routes);
        ApproveAlert.Map(routes);
        IssueAlert.Map(routes);
        ReportReceiptCase.Map(routes);
        ReadReceipts.Map(routes);
        ListChannels.Map(routes);
        ReadAlerts.Map(routes);

        LogClaimCase.Map(routes);
        ClarifyClaim.Map(routes);
        ReadClarifications.Map(routes);

        HoldPressConferenceCase.Map(routes);
        SetSpokespersonCase.Map(routes);
        ReadInformedIncidents.Map(routes);
    }

    public override void Subscribe(Subscriptions on)
    {
        on.Sharing();
        on.Event<IncidentConfirmed, OnIncidentConfirmed>();
        on.Event<GradeConfirmed, OnGradeConfirmed>();
        on.Event<ResponseEnded, OnResponseEnded>();
        on.Event<IncidentReopened, OnIncidentReopened>();
        on.Event<IncidentMerged, OnIncidentMerged>();
    }

    public override void React(ClockReactions on) => on.Breach<OnAlertExpired>("alert.expiry");
}
