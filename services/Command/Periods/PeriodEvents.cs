using Coordination.Contracts.Events;

namespace Coordination.Command.Periods;

/// <summary>What the region is told: no text.</summary>
internal static class PeriodEvents
{
    public static OperationalPeriodChanged Changed(this OperationalPeriod p, string by, DateTimeOffset at) => new(p.Id, p.IncidentId, p.Number, p.State, p.From, p.To, by, at);

    public static ActionPlanChanged Changed(this ActionPlan p, string by, DateTimeOffset at) => new(p.Id, p.OperationalPeriodId, p.IncidentId, p.Number, p.State, by, at);

    public static ObjectiveChanged Changed(this Objective o, string by, DateTimeOffset at) => new(o.Id, o.IncidentId, o.Number, o.Priority, o.State, by, at);
}
