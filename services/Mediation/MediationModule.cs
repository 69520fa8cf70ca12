using Coordination.Contracts;
using Coordination.Mediation.Agreements;
using Coordination.Mediation.Cases;
using Coordination.Mediation.Complaints;
using Coordination.Mediation.Custody;
using Coordination.Mediation.Mediators;
using Coordination.Mediation.Sessions;
using Coordination.Platform;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Mediation;

/// <summary>Settles what an emergency leaves behind: voluntary, free, confidential, and closed to everyone else.</summary>
internal sealed class MediationModule : ServiceModule<MediationDb>
{
    public override string Name => "mediation";

    public override IReadOnlyList<string>? ConfidentialTo => [Roles.Mediator];

    public override void Map(IEndpointRouteBuilder routes)
    {
        ApplyForMediationCase.Map(routes);
        ReadCases.Map(routes);
        MoveCase.Map(routes);
        AskParties.Map(routes);
        AppointMediator.Map(routes);
        HoldSession.Map(routes);
        KeepCaucusNoteCase.Map(routes);
        ReachAgreement.Map(routes);
        FollowUpCase.Map(routes);
        KeepEvidence.Map(routes);
        AnswerComplaint.Map(routes);
    }

    public override void React(ClockReactions on)
    {
        on.Breach<OnCompletionOverdue>("mediation.completion");
        on.Breach<OnRetentionOver>("mediation.retention");
        on.Breach<OnInstalmentMissed>("agreement.instalment");
        on.Breach<OnSelfUnsealDue>("evidence.self-unseal");
    }
}
