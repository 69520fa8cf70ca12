using System.CommandLine;
using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Desks;

/// <summary>Operational periods, their plans and objectives: <c>coord incident periods|plan|objectives</c>, and <c>coord period</c> and <c>coord objective</c> for who plans.</summary>
internal static class PeriodCommands
{
    internal static Command Command() => new("period", "Operational periods of an incident and their action plans.") { Add(), Plans(), Draft(), Rewrite(), Withdraw(), Approve(), Begin(), End(), Cancel() };

    internal static Command Objective() => new("objective", "Objectives of an incident: what was reached.") { Meet(), Drop() };

    internal static Command OfIncident()
    {
        var incident = Incident();
        return Desk.Command("periods", "Lists the operational periods of an incident.", (parsed, desk, ct) =>
            desk.ListAsync($"/v1/incidents/{parsed.GetValue(incident)}/operational-periods", ct, Shown.OperationalPeriodRow), incident);
    }

    internal static Command Objectives()
    {
        var incident = Incident();
        return Desk.Command("objectives", "Lists the objectives of an incident, oldest first.", (parsed, desk, ct) =>
            desk.ListAsync($"/v1/incidents/{parsed.GetValue(incident)}/objectives", ct, Shown.ObjectiveRow), incident);
    }

    /// <summary>One page in the shapes of ICS 202 to 205, in the language of coord.</summary>
    internal static Command Plan()
    {
        var (incident, number) = (Incident(), new Option<int?>("--period") { Description = "The number of a period; the current one when it is left out." });
        var page = new Option<bool>("--html") { Description = "Prints a page instead of Markdown." };
        return Desk.Command("plan", "Prints the approved action plan of a period, as Markdown or as a page.", async (parsed, desk, ct) =>
        {
            var path = $"/v1/incidents/{parsed.GetValue(incident)}/action-plan{(parsed.GetValue(number) is { } wanted ? $"?period={wanted}" : "")}";
            return desk.IsJson ? desk.Show(await desk.GetAsync(path, ct)) : Desk.Print(await desk.GetPageAsync(path, ct, parsed.GetValue(page) ? "text/html" : "text/markdown"));
        }, incident, number, page);
    }

    private static Command Add()
    {
        var incident = Incident();
        var from = new Option<DateTimeOffset>("--from") { Description = "When it begins, as 2026-11-28T08:00:00Z.", Required = true };
        var to = new Option<DateTimeOffset>("--to") { Description = "When it ends.", Required = true };
        return Desk.Command("add", "Plans an operational period of an incident.", async (parsed, desk, ct) =>
            desk.Show(await desk.PostAsync($"/v1/incidents/{parsed.GetValue(incident)}/operational-periods",
                new JsonObject { ["from"] = parsed.GetRequiredValue(from), ["to"] = parsed.GetRequiredValue(to) }, ct), Shown.OperationalPeriodCard), incident, from, to);
    }

    private static Command Draft()
    {
        var (id, file) = (Id(), Body.Argument());
        return Desk.Command("draft", "Drafts the action plan of a period; another person approves it.", async (parsed, desk, ct) =>
            desk.Show(await desk.PostAsync($"{At(parsed.GetValue(id))}/action-plans", await Body.ReadAsync(parsed.GetRequiredValue(file), ct), ct), Shown.ActionPlanCard), id, file);
    }

    private static Command Plans()
    {
        var id = Id();
        return Desk.Command("plans", "Lists the versions of a period's action plan, oldest first.", (parsed, desk, ct) =>
            desk.ListAsync($"{At(parsed.GetValue(id))}/action-plans", ct, Shown.ActionPlanRow), id);
    }

    private static Command Rewrite()
    {
        var (plan, file) = (Drafted(), Body.Argument());
        return Desk.Command("rewrite", "Rewrites the draft of an action plan.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync($"/v1/action-plans/{parsed.GetValue(plan)}", "rewrite", await Body.ReadAsync(parsed.GetRequiredValue(file), ct), ct), Shown.ActionPlanCard), plan, file);
    }

    private static Command Withdraw()
    {
        var (plan, reason) = (Drafted(), new Option<string>("--reason") { Description = "Why the draft is given up, in words.", Required = true });
        return Desk.Command("withdraw", "Gives the draft of an action plan up.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync($"/v1/action-plans/{parsed.GetValue(plan)}", "withdraw", new JsonObject { ["reason"] = parsed.GetRequiredValue(reason) }, ct), Shown.ActionPlanCard), plan, reason);
    }

    private static Command Begin()
    {
        var id = Id();
        return Desk.Command("begin", "Begins an approved period where it has not begun by itself.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync(At(parsed.GetValue(id)), "begin", null, ct), Shown.OperationalPeriodCard), id);
    }

    private static Command Approve()
    {
        var plan = Drafted();
        return Desk.Command("approve", "Approves the action plan of a period.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync($"/v1/action-plans/{parsed.GetValue(plan)}", "approve", null, ct), Shown.ActionPlanCard), plan);
    }

    private static Command End()
    {
        var id = Id();
        return Desk.Command("end", "Ends the current period before the next begins.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync(At(parsed.GetValue(id)), "end", null, ct), Shown.OperationalPeriodCard), id);
    }

    private static Command Cancel()
    {
        var (id, reason) = (Id(), new Option<string>("--reason") { Description = "Why it is not held, in words.", Required = true });
        return Desk.Command("cancel", "Cancels a period that has not begun.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync(At(parsed.GetValue(id)), "cancel", new JsonObject { ["reason"] = parsed.GetRequiredValue(reason) }, ct), Shown.OperationalPeriodCard), id, reason);
    }

    private static Command Meet()
    {
        var id = Target();
        return Desk.Command("meet", "Says that an objective is met.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync($"/v1/objectives/{parsed.GetValue(id)}", "meet", null, ct), Shown.ObjectiveCard), id);
    }

    private static Command Drop()
    {
        var (id, reason) = (Target(), new Option<string>("--reason") { Description = "Why it is no longer pursued, in words.", Required = true });
        return Desk.Command("drop", "Says that an objective is no longer pursued.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync($"/v1/objectives/{parsed.GetValue(id)}", "drop", new JsonObject { ["reason"] = parsed.GetRequiredValue(reason) }, ct), Shown.ObjectiveCard), id, reason);
    }

    private static string At(Guid id) => $"/v1/operational-periods/{id}";

    private static Argument<Guid> Incident() => new("ID") { Description = "The incident's id." };

    private static Argument<Guid> Id() => new("ID") { Description = "The period's id." };

    private static Argument<Guid> Drafted() => new("PLAN") { Description = "The id of the draft." };

    private static Argument<Guid> Target() => new("ID") { Description = "The objective's id." };
}
