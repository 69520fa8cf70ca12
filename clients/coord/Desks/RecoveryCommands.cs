using System.CommandLine;
using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Desks;

/// <summary>What was lost and is rebuilt: <c>coord incident losses|recovery</c>, and <c>coord recovery</c> for the agency that has a task.</summary>
internal static class RecoveryCommands
{
    internal static Command Command() => new("recovery", "Recovery tasks of your agency: how far they are.") { Progress(), Complete() };

    /// <summary>A line for each sector, as the sources say it: they are never added up.</summary>
    internal static Command Losses()
    {
        var incident = new Argument<Guid>("ID") { Description = "The incident's id." };
        return Desk.Command("losses", "Shows what was lost in an incident by sector, from the lowest to the highest that a source says.", async (parsed, desk, ct) =>
        {
            var tally = await desk.GetAsync($"/v1/incidents/{parsed.GetValue(incident)}/losses/tally", ct);
            if (desk.IsJson || !tally.IsSuccess) return desk.Show(tally);
            Answers.Table(tally.Body!["items"]!.AsArray(), Shown.LossTallyRow);
            return Exit.Good;
        }, incident);
    }

    internal static Command OfIncident()
    {
        var incident = new Argument<Guid>("ID") { Description = "The incident's id." };
        return Desk.Command("recovery", "Lists the recovery tasks of an incident, oldest first.", (parsed, desk, ct) =>
            desk.ListAsync($"/v1/incidents/{parsed.GetValue(incident)}/recovery-tasks", ct, Shown.RecoveryTaskRow), incident);
    }

    private static Command Progress()
    {
        var (id, percent) = (Id(), new Option<int>("--percent") { Description = "How far it is, from 0 to 99.", Required = true });
        return Desk.Command("progress", "Says how far a recovery task is.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync(At(parsed.GetValue(id)), "progress", new JsonObject { ["progress"] = parsed.GetRequiredValue(percent) }, ct), Shown.RecoveryTaskCard), id, percent);
    }

    private static Command Complete()
    {
        var id = Id();
        return Desk.Command("complete", "Says that a recovery task is done.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync(At(parsed.GetValue(id)), "complete", null, ct), Shown.RecoveryTaskCard), id);
    }

    private static string At(Guid id) => $"/v1/recovery-tasks/{id}";

    private static Argument<Guid> Id() => new("ID") { Description = "The task's id." };
}
