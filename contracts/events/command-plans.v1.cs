namespace Coordination.Contracts.Events;

/// <summary>A version of a plan was drafted or moved on. Subject: the plan.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="PlanVersionId">The version that moved.</param>
/// <param name="Number">Number of the version, from 1.</param>
/// <param name="Kind">What the plan is about.</param>
/// <param name="Tier">Where it stands in the set of plans.</param>
/// <param name="Jurisdiction">Area code (GB/T 2260) or code of the functional node it holds for.</param>
/// <param name="State">State after the change.</param>
/// <param name="Lessons">Lessons of reviews that this version takes up.</param>
/// <param name="ChangedAt">When.</param>
[EventType("command.plan-version-changed.v1", Label = Labels.Green)]
public sealed record PlanVersionChanged(
    Guid PlanId, Guid PlanVersionId, int Number, PlanKind Kind, PlanTier Tier, string Jurisdiction, PlanVersionState State,
    IReadOnlyList<PlanLesson> Lessons, DateTimeOffset ChangedAt) : IEvent;

/// <summary>The lesson of a review that a plan version takes up.</summary>
/// <param name="ReviewId">The after-action review.</param>
/// <param name="Action">Number of its action, from 1.</param>
public sealed record PlanLesson(Guid ReviewId, int Action);

/// <summary>A plan was put on standby, authorised, activated, stood down, ended or cancelled. Subject: the incident.</summary>
/// <param name="ActivationId">The activation.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="PlanVersionId">The version that is pinned: later versions do not change a running response.</param>
/// <param name="PlanNumber">Its number.</param>
/// <param name="Agency">Agency that runs the activation.</param>
/// <param name="State">State after the change.</param>
/// <param name="Tasks">Orders that this change made out of checklist items.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="Unplaced">Checklist items that this change could not turn into orders.</param>
[EventType("command.activation-changed.v1")]
public sealed record ActivationChanged(
    Guid ActivationId, Guid IncidentId, Guid PlanId, Guid PlanVersionId, int PlanNumber, string Agency, ActivationState State,
    IReadOnlyList<ChecklistTask> Tasks, DateTimeOffset ChangedAt, IReadOnlyList<UnplacedItem>? Unplaced = null) : IEvent;

/// <summary>A checklist item that became a task.</summary>
/// <param name="Item">Number of the item in the plan version, from 1.</param>
/// <param name="OrderId">The order made from it.</param>
public sealed record ChecklistTask(int Item, Guid OrderId);

/// <summary>A checklist item that could not become a task.</summary>
/// <param name="Item">Number of the item in the plan version, from 1.</param>
/// <param name="Reason">Why.</param>
public sealed record UnplacedItem(int Item, UnplacedReason Reason);

/// <summary>A plan went on standby or was activated, and an item of its checklist was not ordered: somebody must see to it by hand. Subject: the incident.</summary>
/// <param name="ActivationId">The activation; it goes on.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="PlanVersionId">The version whose item it is.</param>
/// <param name="Item">Number of the item, from 1.</param>
/// <param name="Kind">What was to be done.</param>
/// <param name="Reason">Why it was not ordered.</param>
/// <param name="Agencies">Who is told: who activated it, who commands, and who owns the plan.</param>
/// <param name="At">When.</param>
[EventType("command.checklist-item-unplaced.v1")]
public sealed record ChecklistItemUnplaced(
    Guid ActivationId, Guid IncidentId, Guid PlanVersionId, int Item, OrderKind Kind, UnplacedReason Reason, IReadOnlyList<string> Agencies, DateTimeOffset At) : IEvent;

/// <summary>A working group was formed, staffed, set to work or released. Subject: the incident.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Kind">Which template.</param>
/// <param name="State">State after the change.</param>
/// <param name="HeadAgency">Agency of the head, or null while the group is not staffed.</param>
/// <param name="Members">How many posts report to the head.</param>
/// <param name="SpanExceeded">True when more report to the head than the span of control allows.</param>
/// <param name="ChangedAt">When.</param>
[EventType("command.working-group-changed.v1")]
public sealed record WorkingGroupChanged(
    Guid GroupId, Guid IncidentId, GroupKind Kind, GroupState State, string? HeadAgency, int Members, bool SpanExceeded,
    DateTimeOffset ChangedAt) : IEvent;

/// <summary>A duty shift moved on. Subject: the roster.</summary>
/// <param name="ShiftId">The shift.</param>
/// <param name="RosterId">Its roster.</param>
/// <param name="Agency">Agency that keeps the watch.</param>
/// <param name="State">State after the change; <c>Uncovered</c> is an alarm.</param>
/// <param name="From">Planned start.</param>
/// <param name="Until">Planned end.</param>
/// <param name="OpenIncidents">Open incidents handed over, with the handover only.</param>
/// <param name="RunningClocks">Running clocks handed over, with the handover only.</param>
/// <param name="ChangedAt">When.</param>
[EventType("command.shift-changed.v1", Label = Labels.Green)]
public sealed record ShiftChanged(
    Guid ShiftId, Guid RosterId, string Agency, ShiftState State, DateTimeOffset From, DateTimeOffset Until, int? OpenIncidents,
    int? RunningClocks, DateTimeOffset ChangedAt) : IEvent;

/// <summary>Nobody keeps the watch of an agency: a shift began unconfirmed, or ended without a handover. Subject: the roster.</summary>
/// <param name="ShiftId">The shift in which the gap opened.</param>
/// <param name="RosterId">Its roster.</param>
/// <param name="Agency">Agency without a watch.</param>
/// <param name="From">Since when.</param>
[EventType("command.duty-gap-opened.v1", Label = Labels.Green)]
public sealed record DutyGapOpened(Guid ShiftId, Guid RosterId, string Agency, DateTimeOffset From) : IEvent;

/// <summary>
/// The watch of a post: nobody will keep it, nobody keeps it, or it is kept again. A gap is told some hours before it begins, when it begins and when it is over.
/// Subject: the watch.
/// </summary>
/// <param name="WatchId">The watch of one post of the agency.</param>
/// <param name="Agency">Agency whose watch it is.</param>
/// <param name="State">State after the change.</param>
/// <param name="GapFrom">First moment that nobody keeps or will keep; when it is kept again, where the gap began.</param>
/// <param name="GapUntil">When the next shift begins, or null while none is planned.</param>
/// <param name="ChangedAt">When.</param>
[EventType("command.duty-watch-changed.v1", Label = Labels.Green)]
public sealed record DutyWatchChanged(
    Guid WatchId, string Agency, WatchState State, DateTimeOffset GapFrom, DateTimeOffset? GapUntil, DateTimeOffset ChangedAt) : IEvent;

/// <summary>A drill moved on. Subject: the drill.</summary>
/// <param name="DrillId">The drill.</param>
/// <param name="PlanId">Plan that is drilled.</param>
/// <param name="PlanVersionId">The exact version.</param>
/// <param name="Form">Tabletop or live.</param>
/// <param name="Scope">One function or all of them.</param>
/// <param name="ExerciseId">Exercise in which it is played, or null.</param>
/// <param name="State">State after the change.</param>
/// <param name="Injects">How many injects it has.</param>
/// <param name="AsExpected">How many were answered as expected and in time.</param>
/// <param name="ChangedAt">When.</param>
[EventType("command.drill-changed.v1", Label = Labels.Green)]
public sealed record DrillChanged(
    Guid DrillId, Guid PlanId, Guid PlanVersionId, DrillForm Form, DrillScope Scope, Guid? ExerciseId, DrillState State, int Injects,
    int AsExpected, DateTimeOffset ChangedAt) : IEvent;

/// <summary>An after-action review moved on. Subject: the incident.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="State">State after the change.</param>
/// <param name="Actions">How many actions it decided.</param>
/// <param name="Linked">How many of them are linked to what carries them out.</param>
/// <param name="ChangedAt">When.</param>
[EventType("command.review-changed.v1")]
public sealed record ReviewChanged(
    Guid ReviewId, Guid IncidentId, ReviewState State, int Actions, int Linked, DateTimeOffset ChangedAt) : IEvent;

/// <summary>An action of a review was linked to what carries it out, and the link was checked. Subject: the incident.</summary>
/// <param name="ReviewId">The review.</param>
/// <param name="IncidentId">The incident.</param>
/// <param name="Action">Number of the action, from 1.</param>
/// <param name="Kind">What carries it out.</param>
/// <param name="TargetId">The plan version, hazard, training or stock lot.</param>
/// <param name="PlanNumber">Number of the plan version that took the lesson, or null.</param>
/// <param name="LinkedAt">When.</param>
[EventType("command.lesson-linked.v1")]
public sealed record LessonLinked(
    Guid ReviewId, Guid IncidentId, int Action, ReviewActionKind Kind, Guid TargetId, int? PlanNumber, DateTimeOffset LinkedAt) : IEvent;
