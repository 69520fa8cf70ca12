using Coordination.Command.Duties;
using Coordination.Command.Meetings;
using Coordination.Command.Programmes;
using Coordination.Command.Reachability;
using Coordination.Command.Trainings;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Command;

/// <summary>Table of contents: meetings, standing duties, trainings, reachability tests and programmes.</summary>
internal static class PreparednessRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        CallMeetingCase.Map(routes);
        ReadMeetings.Map(routes);
        HoldMeetingCase.Map(routes);
        KeepMeeting.Map(routes);
        SetMeetingActionCase.Map(routes);
        FinishMeetingAction.Map(routes);
        VerifyMeetingAction.Map(routes);
        ReopenMeetingActionCase.Map(routes);
        DropMeetingActionCase.Map(routes);

        BeginStandingDutyCase.Map(routes);
        ReadStandingDuties.Map(routes);
        EndStandingDuty.Map(routes);

        RecordTrainingCase.Map(routes);
        ReadTrainings.Map(routes);

        OpenReachabilityTest.Map(routes);
        AnswerReachabilityTest.Map(routes);
        ReadReachability.Map(routes);

        PlanProgrammeCase.Map(routes);
        MoveProgramme.Map(routes);
        ReadProgrammes.Map(routes);
    }
}
