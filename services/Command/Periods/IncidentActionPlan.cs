using Coordination.Command.Transfers;
using Coordination.Contracts.Events;

namespace Coordination.Command.Periods;

/// <summary>The action plan of a period as those who work by it read it.</summary>
/// <param name="IncidentId">The incident.</param>
/// <param name="Title">Its title.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Jurisdiction">Where.</param>
/// <param name="Period">The period.</param>
/// <param name="Plan">The version of its plan that is approved.</param>
/// <param name="Command">Who commands now; null before anybody does.</param>
/// <param name="Groups">Working groups as they are now; of those that were released the ones that the plan names.</param>
/// <param name="Objectives">The plan's objectives as they stand now.</param>
/// <param name="IsExercise">True in an exercise.</param>
public sealed record IncidentActionPlan(
    Guid IncidentId, string Title, EventKind Kind, string Jurisdiction, OperationalPeriodView Period, ActionPlanView Plan, CommandTenure? Command,
    IReadOnlyList<PlannedGroup> Groups, IReadOnlyList<ObjectiveView> Objectives, bool IsExercise)
{
    /// <summary>The period that is named; otherwise the current one, or the next that is approved, or the last that was held.</summary>
    internal static OperationalPeriod? Wanted(IReadOnlyCollection<OperationalPeriod> periods, int? number) =>
        number is { } named ? periods.FirstOrDefault(p => p.Number == named)
        : periods.FirstOrDefault(p => p.State == OperationalPeriodState.Current)
            ?? periods.Where(p => p.State == OperationalPeriodState.Approved).MinBy(p => p.From)
            ?? periods.Where(p => p.State == OperationalPeriodState.Ended).MaxBy(p => p.From);
}

/// <summary>A working group, by its agencies.</summary>
/// <param name="Id">The group.</param>
/// <param name="Kind">What it works on.</param>
/// <param name="State">State.</param>
/// <param name="Head">Agency that heads it; null before it is staffed.</param>
/// <param name="Agencies">Agencies in it.</param>
public sealed record PlannedGroup(Guid Id, GroupKind Kind, GroupState State, string? Head, IReadOnlyList<string> Agencies);
