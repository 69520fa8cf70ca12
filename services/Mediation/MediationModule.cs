using Coordination.Contracts;
using Coordination.Mediation.Agreements;
using Coordination.Mediation.Cases;
using Coordination.Mediation.Complaints;
using Coordination.Mediation.Custody;
using Coordination.Mediation.Files;
using Coordination.Mediation.Medical;
using Coordination.Mediation.Mediators;
using Coordination.Mediation.Sessions;
using Coordination.Platform;

namespace Coordination.Mediation;

/// <summary>Settles what an emergency leaves behind: voluntary, free, confidential, and closed to everyone else.</summary>
internal sealed class MediationModule : ServiceModule<MediationDb>
{
    public override string Name => "mediation";

    public override IReadOnlyList<string>? ConfidentialTo => [Roles.Mediator];

    public override void Add(IServiceCollection services)
    {
        services.AddSingleton<CaseProfiles>();
        services.AddScoped<MonthCount>();
        services.AddScoped<Leaving>();
    }

    public override void Map(IEndpointRouteBuilder routes)
    {
        // The case and its parties
        AcceptCase.Map(routes);
        AddPartiesSlice.Map(routes);
        AllowStatementSlice.Map(routes);
        AnswerConsentSlice.Map(routes);
        ApplyForMediationSlice.Map(routes);
        AskConsent.Map(routes);
        AskParties.Map(routes);
        AskParty.Map(routes);
        CloseCase.Map(routes);
        CountConsent.Map(routes);
        DeclineCase.Map(routes);
        EndWithoutAgreement.Map(routes);
        ExplainRightsSlice.Map(routes);
        ExtendCompletionSlice.Map(routes);
        HoldFileSlice.Map(routes);
        ListCases.Map(routes);
        ListParties.Map(routes);
        NotifyRightsSlice.Map(routes);
        ReadCase.Map(routes);
        ReadCaseSummary.Map(routes);
        ReferCaseOutSlice.Map(routes);
        ReferPartiesSlice.Map(routes);
        ReportMajorDispute.Map(routes);
        RepresentSide.Map(routes);
        ResumeCase.Map(routes);
        ScreenCaseSlice.Map(routes);
        SuspendCase.Map(routes);
        WithdrawCase.Map(routes);
        WithdrawConsent.Map(routes);
        // Mediators
        AcceptMediatorSlice.Map(routes);
        ChallengeMediatorSlice.Map(routes);
        DeclareConflictSlice.Map(routes);
        ListMediators.Map(routes);
        ProposeMediatorSlice.Map(routes);
        RecuseMediator.Map(routes);
        // Sessions
        AdjournSession.Map(routes);
        HoldSession.Map(routes);
        KeepCaucusNoteSlice.Map(routes);
        ListCaucusNotes.Map(routes);
        ListSessions.Map(routes);
        MinuteSessionSlice.Map(routes);
        NoteAbsence.Map(routes);
        ReadMinutes.Map(routes);
        ReadSession.Map(routes);
        ScheduleSessionSlice.Map(routes);
        SignMinutesSlice.Map(routes);
        // Agreements
        ApplyForConfirmationSlice.Map(routes);
        BeginPerformance.Map(routes);
        BreachAgreement.Map(routes);
        CloseFollowUp.Map(routes);
        CompletePerformance.Map(routes);
        DecideConfirmationSlice.Map(routes);
        DoFollowUpSlice.Map(routes);
        DraftAgreementSlice.Map(routes);
        FulfilInstalmentSlice.Map(routes);
        ListAgreements.Map(routes);
        ListFollowUps.Map(routes);
        NoteCourtAccepted.Map(routes);
        NotifyAgreementRights.Map(routes);
        OfferConfirmation.Map(routes);
        ReadAgreement.Map(routes);
        ReadTerms.Map(routes);
        SignAgreementSlice.Map(routes);
        TakeEffect.Map(routes);
        // Custody
        HandOverCustodySlice.Map(routes);
        ListEvidence.Map(routes);
        PutOnInventorySlice.Map(routes);
        ReadCustodyLog.Map(routes);
        ReadDescription.Map(routes);
        ReadEvidence.Map(routes);
        TakeCustodyStepSlice.Map(routes);
        VerifyCustodyLog.Map(routes);
        // Medical
        AgreeToAutopsy.Map(routes);
        HandOverBody.Map(routes);
        PerformAutopsy.Map(routes);
        ReadDeath.Map(routes);
        RecordDeathSlice.Map(routes);
        RefuseAutopsy.Map(routes);
        // Complaints
        CloseComplaint.Map(routes);
        ListComplaints.Map(routes);
        ReadComplaint.Map(routes);
        ReadComplaintText.Map(routes);
        ReceiveComplaintSlice.Map(routes);
        ReplyToComplaintSlice.Map(routes);
        // Opening of words
        ListFileOpenings.Map(routes);
        OpenFileSlice.Map(routes);
    }

    public override void React(ClockReactions on)
    {
        on.Breach<OnCompletionOverdue>("mediation.completion");
        on.Breach<OnRetentionOver>("mediation.retention");
        on.Breach<OnInstalmentMissed>("agreement.instalment");
        on.Breach<OnSelfUnsealDue>("evidence.self-unseal");
        on.Breach<OnComplaintRetentionOver>("complaint.retention");
    }
}
