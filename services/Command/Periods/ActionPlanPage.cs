using Coordination.Command.Situation;
using Coordination.Contracts.Events;
using Coordination.Platform;

namespace Coordination.Command.Periods;

/// <summary>The plan on one page: objectives (202), organisation (203), assignments (204) and communications (205).</summary>
internal sealed class ActionPlanPage(IncidentActionPlan plan, IPage page, SituationWords words, WorkingCalendar calendar)
{
    private WriteActionPlan Content => plan.Plan.Content;

    public string Write()
    {
        page.Open($"{words.Of("Incident action plan")}: {plan.Title}", plan.IsExercise ? words.Of("EXERCISE") : null);
        page.Facts(
            (words.Of("Incident"), words.Of(plan.Kind)), (words.Of("Place"), plan.Jurisdiction),
            (words.Of("Operational period"), $"{plan.Period.Number} ({words.Of(plan.Period.State)}): {At(plan.Period.From)} / {At(plan.Period.To)}"),
            (words.Of("plan version"), $"{plan.Plan.Number}"), (words.Of("Prepared by"), plan.Plan.DraftedBy),
            (words.Of("Approved"), plan.Plan.ApprovedAt is { } at ? $"{plan.Plan.ApprovedBy}, {At(at)}" : words.Of("none")),
            (words.Of("Weather"), Content.Weather ?? words.Of("none")), (words.Of("Safety message"), Content.Safety));
        Objectives();
        Organisation();
        Assignments();
        Channels();
        page.Footer(words.Of("A channel is of a function, never of a person. The organisation is as it was when the page was made."));
        return page.Close();
    }

    private void Objectives() => page.Table(
        words.Of("Objectives (ICS 202)"), words.Of("No objective is open."), ["#", words.Of("Objective"), words.Of("Priority"), words.Of("Tactic"), words.Of("State")],
        plan.Objectives.Select(o => (string[])[$"{o.Number}", o.Text, words.Of(o.Priority), o.Tactic ?? "", $"{State(o)}{(o.Reason is { } why ? $": {why}" : "")}"]));

    private void Organisation() => page.Table(
        $"{words.Of("Organisation (ICS 203)")}: {(plan.Command is { } c ? $"{c.Lead} ({words.Of(c.Form)}): {string.Join(", ", c.Agencies)}" : words.Of("none"))}",
        words.Of("No working group is formed."), [words.Of("Group"), words.Of("State"), words.Of("Head"), words.Of("Agencies")],
        plan.Groups.Select(g => (string[])[words.Of(g.Kind), words.Of(g.State), g.Head ?? "", string.Join(", ", g.Agencies)]));

    private void Assignments() => page.Table(
        words.Of("Assignments (ICS 204)"), words.Of("Nothing is assigned."),
        [words.Of("Place"), words.Of("Agency"), words.Of("Task"), words.Of("Resources"), words.Of("Special instructions"), words.Of("Channel")],
        Content.Assignments.Select(a => (string[])
        [
            a.Place, string.Join(", ", ((string?[])[a.Agency, a.Unit, Group(a.GroupId)]).OfType<string>()), a.Work, string.Join(", ", (a.Resources ?? []).Select(r => $"{r.Quantity} {r.TypeCode}")),
            a.Instructions ?? "", a.Channel ?? "",
        ]));

    private void Channels() => page.Table(
        words.Of("Communications (ICS 205)"), words.Of("No channel is planned."), [words.Of("Function"), words.Of("Channel"), words.Of("Frequency"), words.Of("Remarks")],
        Content.Channels.Select(c => (string[])[c.Function, c.Name, c.Frequency ?? "", c.Remarks ?? ""]));

    private string? Group(Guid? id) => plan.Groups.FirstOrDefault(g => g.Id == id) is { } group ? $"{words.Of(group.Kind)} ({words.Of(group.State)})" : null;

    /// <summary>A clock that is met is one that was in time; an objective is reached.</summary>
    private string State(ObjectiveView objective) => objective.State == ObjectiveState.Met ? words.Of("reached") : words.Of(objective.State);

    private string At(DateTimeOffset instant) => calendar.Shown(instant);
}
