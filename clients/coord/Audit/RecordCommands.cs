using System.CommandLine;
using Coordination.CommandLine.Desks;

namespace Coordination.CommandLine.Audit;

/// <summary><c>coord audit timeline</c>, <c>coord audit findings</c> and <c>coord audit accesses</c>: what a region's record says, to those who may read it.</summary>
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

    internal static Command Accesses()
    {
        var service = new Argument<string>("SERVICE") { Description = "The service that was asked: command, intake, resources@fire." };
        service.CompletionSources.Add("intake", "command", "resources", "public-information", "oversight", "exchange");
        var subject = new Option<Guid?>("--subject") { Description = "Only who read about this incident, report or other subject." };
        var agency = new Option<string?>("--agency") { Description = "Only what this agency read." };
        var since = new Option<DateTimeOffset?>("--since") { Description = "Only from this moment on, as 2026-11-28T08:00:00Z." };
        return Desk.Command("accesses", "Lists who of other agencies read what is yours, oldest first; operators and auditors see all.", (parsed, desk, ct) =>
        {
            (string Name, string? Value)[] query = [("subject", parsed.GetValue(subject)?.ToString()), ("agency", parsed.GetValue(agency)), ("since", parsed.GetValue(since)?.ToString("O"))];
            var asked = string.Join('&', query.Where(q => q.Value is not null).Select(q => $"{q.Name}={Uri.EscapeDataString(q.Value!)}"));
            return desk.ListAsync($"/v1/{Uri.EscapeDataString(parsed.GetRequiredValue(service))}/accesses{(asked.Length > 0 ? "?" : "")}{asked}", ct, Shown.AccessRow);
        }, service, subject, agency, since);
    }
}
