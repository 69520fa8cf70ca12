using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Alerts;
using Coordination.PublicInformation.Cap;
using Coordination.PublicInformation.Clarifications;
using Coordination.PublicInformation.Releases;
using Coordination.PublicInformation.Statements;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.PublicInformation;

/// <summary>Tells people the truth in time.</summary>
internal sealed class PublicInformationModule : ServiceModule<PublicInformationDb>
{
    public override string Name => "public-information";

    public override bool HasAccessLog => true;

    public override bool Signs => true;

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
        DraftFromTemplateCase.Map(routes);
        FillAlertCase.Map(routes);
        UpdateAlertCase.Map(routes);
        CancelAlertCase.Map(routes);
        ApproveAlert.Map(routes);
        IssueAlert.Map(routes);
        ReportReceiptCase.Map(routes);
        ReadReceipts.Map(routes);
        ListChannels.Map(routes);
        ReadAlerts.Map(routes);
        ReadAlertKeys.Map(routes);

        ImportAlerts.Map(routes);
        ReadImports.Map(routes);
        ReadActive.Map(routes);
        ReadFeeds.Map(routes);

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

    public override void Add(IServiceCollection services)
    {
        services.AddScoped<CapDesk>();
        services.AddScoped<AlertDrafting>();
        services.AddSingleton<AlertBacklog>();
        services.AddSingleton<IServiceLoop>(p => p.GetRequiredService<AlertBacklog>());
    }

    public override void React(ClockReactions on)
    {
        on.Breach<OnAlertExpired>("alert.expiry");
        on.Warn<OnImportRetentionEnding>("alert-import.retention");
    }
}
