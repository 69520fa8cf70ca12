using Coordination.Contracts.Events;

namespace Coordination.Command.Situation;

/// <summary>The events of an incident that say what somebody decided about it as a whole.</summary>
internal static class SituationDecisions
{
    public static IReadOnlyList<Type> Types { get; } =
    [
        typeof(IncidentConfirmed), typeof(IncidentActivated), typeof(IncidentStabilised), typeof(IncidentRelapsed), typeof(ResponseEnded), typeof(IncidentReopened), typeof(IncidentClosed),
        typeof(GradeConfirmed), typeof(CasualtiesDecided), typeof(ResponseLevelInForce), typeof(ResponseLevelConfirmed), typeof(ResponseLevelExtended), typeof(ResponseLevelEnded),
        typeof(CommanderChanged), typeof(ActivationChanged), typeof(ChecklistItemUnplaced),
    ];
}
