namespace Coordination.Contracts.Events;

/// <summary>What a loss is of (domain.md B9).</summary>
public enum LossSector
{
    /// <summary>Dwellings.</summary>
    Housing,
    /// <summary>What households own.</summary>
    HouseholdProperty,
    /// <summary>Agriculture, forestry, livestock and fishery.</summary>
    Agriculture,
    /// <summary>Industry, mining and trade.</summary>
    Industry,
    /// <summary>Services.</summary>
    Services,
    /// <summary>Transport, water, power, communications and other works.</summary>
    Infrastructure,
    /// <summary>Education, health, culture and other public services.</summary>
    PublicServices,
    /// <summary>Land, water and other resources of nature.</summary>
    Environment,
}

/// <summary>What damaged things are counted in.</summary>
public enum LossUnit
{
    /// <summary>Buildings.</summary>
    Buildings,
    /// <summary>Rooms.</summary>
    Rooms,
    /// <summary>Hectares.</summary>
    Hectares,
    /// <summary>Kilometres.</summary>
    Kilometres,
    /// <summary>Sites, works or installations.</summary>
    Sites,
    /// <summary>Animals.</summary>
    Animals,
}

/// <summary>States of a version of a recovery plan.</summary>
public enum RecoveryPlanState
{
    /// <summary>Being written.</summary>
    Draft,
    /// <summary>It is the plan.</summary>
    Adopted,
    /// <summary>A later version is the plan.</summary>
    Superseded,
    /// <summary>Given up before it was adopted.</summary>
    Withdrawn,
}

/// <summary>States of a recovery task.</summary>
public enum RecoveryTaskState
{
    /// <summary>An agency is to do it.</summary>
    Assigned,
    /// <summary>It is being done.</summary>
    InProgress,
    /// <summary>It was done.</summary>
    Done,
    /// <summary>It is no longer to be done, for a reason.</summary>
    Cancelled,
}

/// <summary>A loss of one sector: an amount, a count of things, or both. Never of persons.</summary>
/// <param name="Sector">What it is of.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="AmountMinor">Direct loss in minor units of the entry's currency.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Destroyed">How many of it were destroyed.</param>
/// <param name="Damaged">How many of it were damaged and can be repaired.</param>
public sealed record LossFigure(
    LossSector Sector, Confidence Confidence, long? AmountMinor = null, LossUnit? Unit = null, int? Destroyed = null, int? Damaged = null);

/// <summary>The loss ledger of an incident got an entry of one source; one that corrects another stands in its place. Subject: the incident, as for all below.</summary>
[EventType("command.losses-assessed.v1")]
public sealed record LossesAssessed(
    Guid IncidentId, Guid EntryId, IReadOnlyList<LossFigure> Figures, string Currency, string SourceAgency, DateTimeOffset AssessedAt, DateTimeOffset At,
    Guid? Corrects = null) : IEvent;

/// <summary>A version of a recovery plan was drafted, adopted, superseded or withdrawn.</summary>
[EventType("command.recovery-plan-changed.v1")]
public sealed record RecoveryPlanChanged(Guid RecoveryPlanId, Guid IncidentId, int Number, RecoveryPlanState State, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>A recovery task was assigned or moved on.</summary>
[EventType("command.recovery-task-changed.v1")]
public sealed record RecoveryTaskChanged(
    Guid RecoveryTaskId, Guid IncidentId, LossSector Sector, RecoveryTaskState State, int Progress, string Agency, DateTimeOffset DueAt, string ByAgency, DateTimeOffset At) : IEvent;

/// <summary>Losses and the recovery plan were reported to the bodies above by a notice.</summary>
[EventType("command.recovery-reported.v1")]
public sealed record RecoveryReported(Guid IncidentId, Guid NoticeId, int PlanNumber, string ByAgency, IReadOnlyList<string> Agencies, DateTimeOffset At) : IEvent;
