using System.CommandLine;
using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Desks;

/// <summary>Drills of the region's plans, as <c>coord drill</c> shows them beside drills that are files.</summary>
internal static class ExerciseCommands
{
    internal static Command List() => Desk.Command("list", "Lists drills of the region's plans, oldest first.", (_, desk, ct) => desk.ListAsync("/v1/drills", ct, Shown.DrillRow));

    internal static Command Results()
    {
        var id = new Argument<Guid>("ID") { Description = "The id of a drill of the region's plans." };
        return Desk.Command("results", "Shows how each role answered in a drill and its parts, in counts.", async (parsed, desk, ct) =>
        {
            var reply = await desk.GetAsync($"/v1/drills/{parsed.GetValue(id)}/results", ct);
            if (!reply.IsSuccess || desk.IsJson) return desk.Show(reply);
            Answers.Table(reply.Body!["roles"]!.AsArray(), Shown.RoleResultRow);
            Answers.Table(reply.Body["parts"]!.AsArray(), Shown.DrillPartRow);
            return Exit.Good;
        }, id);
    }

    /// <summary><c>coord plan reviewed</c>: how an event went, seen against its plan.</summary>
    internal static Command Reviewed()
    {
        var id = new Argument<Guid>("ID") { Description = "The plan's id." };
        var present = new Option<int>("--present") { Description = "Most persons who were present at one time, as counted.", Required = true };
        var conclusion = new Option<string[]>("--conclusion") { Description = "What went well or did not, in words; may be said more than once. No names of persons.", Required = true };
        return Desk.Command("reviewed", "Reviews the plan of an event after the event, once.", async (parsed, desk, ct) => desk.Show(await desk.ChangeAsync($"/v1/plans/{parsed.GetValue(id)}", "review-event", new JsonObject
        {
            ["mostPresent"] = parsed.GetRequiredValue(present), ["conclusions"] = new JsonArray([.. parsed.GetRequiredValue(conclusion).Select(c => (JsonNode)c)]),
        }, ct), Shown.PlanCard), id, present, conclusion);
    }
}
