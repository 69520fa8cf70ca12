using System.CommandLine;
using Coordination.CommandLine.Desks;

namespace Coordination.CommandLine.Audit;

/// <summary><c>coord audit timeline</c> and <c>coord audit findings</c>: what a region's record says, to those who may read it.</summary>
internal static class RecordCommands
{
    internal static Command Timeline()
    {
        var id = new Argument<Guid>("INCIDENT") { Description = "The incident's id." };
        var check = new Option<bool>("--check") { Description = "Recomputes its chain of hashes instead. Exit status 1 when an entry does not fit." };
        return Desk.Command("timeline", "Prints what happened in an incident, in the order it was recorded.", async (parsed, desk, ct) =>
        {
            var path = $"/v1/incidents/{parsed.GetValue(id)}/timeline";
            if (!parsed.GetValue(check)) return await desk.ListAsync(path, ct, Shown.TimelineRow);
            var reply = await desk.GetAsync($"{path}/check", ct);
            var status = desk.Show(reply, Shown.TimelineCheckCard);
            return status == Exit.Good && reply.Body?["holds"]?.GetValue<bool>() != true ? Exit.Bad : status;
        }, id, check);
    }

    internal static Command Findings() => Desk.Command("findings", "Lists what was found against the rules, oldest first; an agency sees its own.", (_, desk, ct) =>
        desk.ListAsync("/v1/findings", ct, Shown.FindingRow));
}
