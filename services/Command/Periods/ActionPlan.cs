using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Periods;

/// <summary>A version of the incident action plan of a period. One that was approved is never rewritten: the next version takes its place.</summary>
internal sealed class ActionPlan
{
    /// <summary>The transition table.</summary>
    public static readonly Lifecycle<ActionPlanState> Life = new(
        (ActionPlanState.Draft, [ActionPlanState.Approved, ActionPlanState.Withdrawn]),
        (ActionPlanState.Approved, [ActionPlanState.Superseded]));

    private ActionPlan() { }

    public Guid Id { get; private set; }
    public int Version { get; private set; } = 1;
    public Guid? ExerciseId { get; private set; }
    public ActionPlanState State { get; private set; }
    public Guid IncidentId { get; private set; }
    public Guid OperationalPeriodId { get; private set; }
    /// <summary>From 1 in a period.</summary>
    public int Number { get; private set; }
    /// <summary>What it says, in words; stays in this service.</summary>
    public WriteActionPlan Content { get; private set; } = null!;
    /// <summary>All objectives of it, numbered: those that were open when it was approved, and its own. Empty until then.</summary>
    public List<PlannedObjective> Objectives { get; private set; } = [];
    public string DraftedBy { get; private set; } = "";
    public DateTimeOffset DraftedAt { get; private set; }
    /// <summary>The tokens' subjects of those who wrote it, so that another person approves; forgotten once it is decided.</summary>
    public List<string> Authors { get; private set; } = [];
    public string? ApprovedBy { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }
    /// <summary>Why it was withdrawn; null where its period ended or was cancelled.</summary>
    public string? Reason { get; private set; }

    /// <summary>The next version of a period's plan; while one is being written there is no other.</summary>
    public static (ActionPlan?, Refusal?) Draft(OperationalPeriod period, WriteActionPlan content, IReadOnlyCollection<ActionPlan> versions, string author, string agency, DateTimeOffset at)
    {
        if ((period.RefusePlanning(at) ?? content.Fault()) is { } no) return (null, no);
        if (versions.FirstOrDefault(v => v.State == ActionPlanState.Draft) is { } open) return (null, new Refusal("draft-open", $"Version {open.Number} is being written: rewrite, approve or withdraw it."));
        return (new()
        {
            Id = Guid.CreateVersion7(),
            ExerciseId = period.ExerciseId,
            IncidentId = period.IncidentId,
            OperationalPeriodId = period.Id,
            Number = versions.Count + 1,
            Content = content,
            DraftedBy = agency,
            DraftedAt = at,
            Authors = [author],
        }, null);
    }

    public Refusal? Rewrite(WriteActionPlan content, string author)
    {
        if (State != ActionPlanState.Draft) return new Refusal("not-a-draft", $"It is {State}: draft the next version.");
        if (content.Fault() is { } no) return no;
        (Content, Authors, Version) = (content, Authors.Contains(author) ? Authors : [.. Authors, author], Version + 1);
        return null;
    }

    /// <summary>It is the plan now, and the version before it no longer. Objectives that are open are carried into it; its own get the numbers after all of the incident's.</summary>
    public Refusal? Approve(string approver, string agency, IReadOnlyCollection<Objective> known, DateTimeOffset at, ActionPlan? before = null)
    {
        if (Life.Refuse(State, ActionPlanState.Approved) is { } no) return no;
        if (Authors.Contains(approver)) return Refusal.Forbidden("approver-is-author", "Another person approves what you wrote.");
        var last = known.Select(o => o.Number).DefaultIfEmpty(0).Max();
        List<PlannedObjective> all =
        [
            .. known.Where(o => o.State == ObjectiveState.Open).OrderBy(o => o.Number).Select(o => new PlannedObjective(o.Number, o.Text, o.Priority, o.Tactic)),
            .. Content.Objectives.Select((o, i) => new PlannedObjective(last + 1 + i, o.Text, o.Priority, o.Tactic)),
        ];
        if (all.Count == 0) return new Refusal("no-objective", "No objective is open, and the plan sets none: a period without an objective has no plan.");
        if (before?.Move(ActionPlanState.Superseded) is { } stuck) return stuck;
        Move(ActionPlanState.Approved);
        (Objectives, ApprovedBy, ApprovedAt, Authors) = (all, agency, at, []);
        return null;
    }

    public Refusal? Withdraw(string? reason)
    {
        if (Move(ActionPlanState.Withdrawn) is { } no) return no;
        (Reason, Authors) = (reason, []);
        return null;
    }

    private Refusal? Move(ActionPlanState to)
    {
        if (Life.Refuse(State, to) is { } no) return no;
        (State, Version) = (to, Version + 1);
        return null;
    }
}
