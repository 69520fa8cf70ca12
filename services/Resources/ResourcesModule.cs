using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.Resources.Agencies;
using Coordination.Resources.Agreements;
using Coordination.Resources.Asks;
using Coordination.Resources.Catalogue;
using Coordination.Resources.Fills;
using Coordination.Resources.Funds;
using Coordination.Resources.LivingSupport;
using Coordination.Resources.Messages;
using Coordination.Resources.Positions;
using Coordination.Resources.Recommendations;
using Coordination.Resources.Requests;
using Coordination.Resources.Requisitions;
using Coordination.Resources.Staging;
using Coordination.Resources.Stock;
using Coordination.Resources.Travel;
using Coordination.Resources.Types;
using Coordination.Resources.Units;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Resources;

/// <summary>
/// Who has what, who needs what, and what goes where. One instance serves all agencies, or each agency runs its own: either way the two parties
/// of a fill meet by events only.
/// </summary>
internal sealed class ResourcesModule : ServiceModule<ResourcesDb>
{
    public override string Name => "resources";

    public override bool HasAccessLog => true;

    public override void Add(IServiceCollection services)
    {
        services.AddSingleton<ResourceCatalogue>();
        services.AddSingleton<Roads>();
        services.AddScoped<RequestBook>();
        services.AddScoped<FillBook>();
        services.AddScoped<FillClocks>();
        services.AddScoped<Backing>();
        services.AddScoped<Offering>();
        services.AddScoped<RequisitionBook>();
        services.AddScoped<FundBook>();
        services.AddScoped<BudgetBook>();
        services.AddScoped<PositionBook>();
        services.AddScoped<StagingBook>();
        services.AddScoped<LifelineClock>();
        services.AddScoped<AgreementBook>();
        services.AddScoped<Receiving>();
        services.AddScoped<CatalogueBook>();
        services.AddScoped<RmAsking>();
        services.AddScoped<RmOffering>();
        services.AddScoped<RmActs>();
        services.AddScoped<RmRecalling>();
        services.AddScoped<RmDesk>();
    }

    public override IReadOnlyList<Google.Protobuf.Reflection.ServiceDescriptor> Rpc => [.. Coordination.Rpc.Resources.V1.ResourcesReflection.Descriptor.Services];

    public override void Map(IEndpointRouteBuilder routes)
    {
        // A file of roads that cannot be read stops the start, and not a call.
        _ = routes.ServiceProvider.GetRequiredService<Roads>();
        var books = routes.MapGroup("").AddEndpointFilter<RouteGroupBuilder, OwnAgency>();
        MapTypes(books);
        MapUnits(books);
        MapStock(books);
        MapRequests(books);
        MapAgreements(books);
        MapAsks(books);
        MapFills(books);
        OpenStagingAreaCase.Map(books);
        CloseStagingAreaCase.Map(books);
        MapLivingSupport(books);
        MapRequisitions(books);
        MapFunds(books);
        RecommendResourcesCase.Map(books);
        MapMessages(books);
        // What others may see of a book.
        ReadAvailabilityCase.Map(routes);
        ReadCounterpartCase.Map(routes);
        ReadPositionsCase.Map(routes);
        ReadDeployedUnitsCase.Map(routes);
        ReadStagingAreasCase.Map(routes);
        ReadLifelinesCase.Map(routes);
        ReadLivingNeedsCase.Map(routes);
    }

    public override void Subscribe(Subscriptions on)
    {
        on.Sharing();
        on.Event<ResourcesRequested, OnResourcesRequested>();
        on.Event<AskWithdrawn, OnResourcesRequested>();
        on.Event<ResourcesOffered, OnResourcesOffered>();
        on.Event<FillMoved, OnFillMoved>();
        on.Event<AidAgreementMoved, OnAidAgreementMoved>();
        on.Event<FillWentStale, OnFillWentStale>();
        on.Event<ResponseLevelInForce, OnResponseLevel>();
        on.Event<ResponseLevelEnded, OnResponseLevel>();
        on.Event<ResponseEnded, OnResponseEnded>();
    }

    public override void React(ClockReactions on)
    {
        on.Breach<OnLeaseExpired>("lease.hold");
        on.Breach<OnFillSilent>("fill.status");
        on.Breach<OnArrivalOverdue>("fill.arrival");
        on.Breach<OnNeedByPassed>("request.need-by");
        on.Breach<OnAskUnanswered>("request.answer");
        on.Breach<OnNearExpiry>("stock.near-expiry");
        on.Breach<OnLotExpired>("stock.expiry");
        on.Breach<OnRetentionOver>("requisition.contact-retention");
        on.Breach<OnPositionRetentionOver>("position.retention");
        on.Breach<OnLastReportOld>("position.last-report");
        on.Breach<OnMessageRetentionOver>("edxl-rm.retention");
    }

    private static void MapTypes(IEndpointRouteBuilder routes)
    {
        ListResourceTypesCase.Map(routes);
        ReadCatalogueCase.Map(routes);
        ImportCatalogueCase.Map(routes);
    }

    private static void MapUnits(IEndpointRouteBuilder routes)
    {
        RegisterUnitCase.Map(routes);
        StationUnitCase.Map(routes);
        ReportUnitCase.Map(routes);
        ReadUnitsCase.Map(routes);
        ReadReadinessCase.Map(routes);
        ProposeCallUpCase.Map(routes);
    }

    private static void MapStock(IEndpointRouteBuilder routes)
    {
        ReceiveStockCase.Map(routes);
        CountStockCase.Map(routes);
        DisposeStockCase.Map(routes);
        ReadStockCase.Map(routes);
    }

    private static void MapRequests(IEndpointRouteBuilder routes)
    {
        DraftRequestCase.Map(routes);
        ReviseLineCase.Map(routes);
        SubmitRequestCase.Map(routes);
        ReturnLineCase.Map(routes);
        ApproveLineCase.Map(routes);
        DenyLineCase.Map(routes);
        AskAgencyCase.Map(routes);
        EscalateLineCase.Map(routes);
        SignOverCommitCase.Map(routes);
        GiveUpLineCase.Map(routes);
        CancelLineCase.Map(routes);
        CloseRequestCase.Map(routes);
        ReadRequestsCase.Map(routes);
    }

    private static void MapAgreements(IEndpointRouteBuilder routes)
    {
        ProposeAgreementCase.Map(routes);
        SignAgreementCase.Map(routes);
        DeclineAgreementCase.Map(routes);
        WithdrawAgreementCase.Map(routes);
        EndAgreementCase.Map(routes);
        ReadAgreementsCase.Map(routes);
    }

    private static void MapAsks(IEndpointRouteBuilder routes)
    {
        ReadAsksCase.Map(routes);
        OfferResourcesCase.Map(routes);
        CommitResourcesCase.Map(routes);
        DeclineAskCase.Map(routes);
    }

    private static void MapFills(IEndpointRouteBuilder routes)
    {
        OfferUnsolicitedCase.Map(routes);
        FirmOfferCase.Map(routes);
        ReofferFillCase.Map(routes);
        CommitFillCase.Map(routes);
        DeclineOrderCase.Map(routes);
        WithdrawOfferCase.Map(routes);
        MobilizeFillCase.Map(routes);
        DepartFillCase.Map(routes);
        ReportFillCase.Map(routes);
        ReportPositionCase.Map(routes);
        GoOutOfServiceCase.Map(routes);
        ComeBackInServiceCase.Map(routes);
        GrantExtensionCase.Map(routes);
        RefuseExtensionCase.Map(routes);
        AskReturnCase.Map(routes);
        DemobilizeFillCase.Map(routes);
        ReturnFillCase.Map(routes);
        OpenReimbursementCase.Map(routes);
        ClaimCostCase.Map(routes);
        CloseFillCase.Map(routes);
        ListOffersCase.Map(routes);
        ReadOfferCase.Map(routes);
        AttachOfferCase.Map(routes);
        CounterOfferCase.Map(routes);
        RejectOfferCase.Map(routes);
        SelectOfferCase.Map(routes);
        OrderFillCase.Map(routes);
        AskStatusCase.Map(routes);
        CheckInFillCase.Map(routes);
        AssignFillCase.Map(routes);
        ReassignFillCase.Map(routes);
        AskExtensionCase.Map(routes);
        GrantReturnCase.Map(routes);
        RefuseReturnCase.Map(routes);
        ReleaseFillCase.Map(routes);
        CancelFillCase.Map(routes);
        DisputeClaimCase.Map(routes);
        SettleClaimCase.Map(routes);
        ListFillsCase.Map(routes);
        ReadFillCase.Map(routes);
        CompareBooksCase.Map(routes);
    }

    private static void MapRequisitions(IEndpointRouteBuilder routes)
    {
        ProposeRequisitionCase.Map(routes);
        OrderRequisitionCase.Map(routes);
        ServeRequisitionCase.Map(routes);
        TakeIntoUseCase.Map(routes);
        ReturnRequisitionCase.Map(routes);
        ClaimCompensationCase.Map(routes);
        CompensateRequisitionCase.Map(routes);
        OpenOwnerContactCase.Map(routes);
        ReadOwnerContactCase.Map(routes);
        ListOwnerContactOpeningsCase.Map(routes);
        ReadRequisitionsCase.Map(routes);
    }

    private static void MapFunds(IEndpointRouteBuilder routes)
    {
        PlanFundCase.Map(routes);
        CommitFundCase.Map(routes);
        SpendFundCase.Map(routes);
        AuditFundCase.Map(routes);
        ReadFundsCase.Map(routes);
        OpenBudgetCase.Map(routes);
        GrantBudgetCase.Map(routes);
        ReadBudgetsCase.Map(routes);
    }

    private static void MapLivingSupport(IEndpointRouteBuilder routes)
    {
        ReportLifelineCase.Map(routes);
        ChangeLifelineCase.Map(routes);
        StateLivingNeedCase.Map(routes);
        ReviseLivingNeedCase.Map(routes);
    }

    private static void MapMessages(IEndpointRouteBuilder routes)
    {
        TakeMessageCase.Map(routes);
        ReadThreadCase.Map(routes);
    }
}
