using System.CommandLine;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Desks;

/// <summary><c>coord incident</c>: what is under way, and what happens to one.</summary>
internal static class IncidentCommands
{
    internal static Command Command() => new("incident", "Incidents: what is under way.")
    {
        List(), Show(), Sitrep(), Review(), Watch(), NoticeCommands.Notify(), NoticeCommands.OfIncident(), RecoveryCommands.Losses(), RecoveryCommands.OfIncident(),
        InvestigationCommands.Scene(), InvestigationCommands.OfIncident(),
        PeriodCommands.OfIncident(), PeriodCommands.Plan(), PeriodCommands.Objectives(), HeadCountCommands.OfIncident(),
    };

    private static Command List() => Desk.Command("list", "Lists incidents, oldest first.", (_, desk, ct) =>
        desk.ListAsync("/v1/incidents", ct, Shown.IncidentRow));

    private static Command Show()
    {
        var id = Id();
        return Desk.Command("show", "Shows one incident.", async (parsed, desk, ct) =>
            desk.Show(await desk.GetAsync($"/v1/incidents/{parsed.GetValue(id)}", ct), Shown.IncidentCard), id);
    }

    /// <summary>What the record says of it now: a card and the casualties for people, the report for pipes, the page for a printer.</summary>
    private static Command Sitrep()
    {
        var id = Id();
        var page = new Option<bool>("--html") { Description = "Prints the page, to be kept or printed, in the language of coord." };
        return Desk.Command("sitrep", "Shows the situation of an incident at this moment, from the record.", async (parsed, desk, ct) =>
        {
            var path = $"/v1/incidents/{parsed.GetValue(id)}/situation-report";
            if (parsed.GetValue(page)) return Desk.Print(await desk.GetPageAsync(path, ct));
            var report = await desk.GetAsync(path, ct);
            var status = desk.Show(report, Shown.SituationReportCard);
            if (report.IsSuccess && !desk.IsJson) Answers.Table(report.Body!["report"]!["casualtyAndIllnessSummary"]!.AsArray(), Shown.CasualtyTallyRow);
            return status;
        }, id, page);
    }

    /// <summary>What its newest review drafts of itself.</summary>
    private static Command Review()
    {
        var id = Id();
        var page = new Option<bool>("--html") { Description = "Prints a page instead of Markdown." };
        var form = new Option<string>("--form") { Description = "Review, Ics209 or Ics214.", DefaultValueFactory = _ => "Review" };
        form.AcceptOnlyFromAmong("Review", "Ics209", "Ics214");
        return Desk.Command("review", "Prints the draft that the review of an incident makes of itself from the record, as Markdown or as a page.", async (parsed, desk, ct) =>
        {
            var (newest, refused) = await NewestReviewAsync(desk, parsed.GetValue(id), ct);
            if (refused is not null) return Desk.Refuse(refused);
            if (newest is null) throw new RegionException(Language.Say($"The incident has no review yet: it opens when the response ends."));
            var path = $"/v1/reviews/{newest["id"]}/record?form={parsed.GetValue(form)}";
            return desk.IsJson ? desk.Show(await desk.GetAsync(path, ct)) : Desk.Print(await desk.GetPageAsync(path, ct, parsed.GetValue(page) ? "text/html" : "text/markdown"));
        }, id, page, form);
    }

    /// <summary>Reviews come oldest first, a page at a time: the newest is the last of the last page.</summary>
    internal static async Task<(JsonNode? Newest, Reply? Refused)> NewestReviewAsync(Desk desk, Guid incident, CancellationToken ct)
    {
        var found = new List<JsonNode>();
        var refused = await desk.ReadAsync($"/v1/reviews?incident={incident}", found, ct);
        return (found.LastOrDefault(), refused);
    }

    /// <summary>Each event of it, from the first: a line for people, or the event as it is.</summary>
    private static Command Watch()
    {
        var id = Id();
        return Desk.Command("watch", "Prints what happens to an incident as it happens, one event a line, until Ctrl-C.", async (parsed, desk, ct) =>
        {
            await TailEvents.FollowAsync(desk.Region, $"/v1/events?subject={parsed.GetValue(id)}", 0, long.MaxValue, Console.Out, desk.IsJson ? null : EventLine.Of, ct);
            return Exit.Good;
        }, id);
    }

    private static Argument<Guid> Id() => new("ID") { Description = "The incident's id." };
}
