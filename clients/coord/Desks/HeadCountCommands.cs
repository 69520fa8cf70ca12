using System.CommandLine;
using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Desks;

/// <summary>Numbers of the teams on scene: <c>coord incident headcounts</c>, and <c>coord headcount</c> for who counts and who answers.</summary>
internal static class HeadCountCommands
{
    internal static Command Command() => new("headcount", "Head counts of the teams on scene: numbers of teams, never names.") { Start(), Rounds(), Answer(), Stop() };

    internal static Command OfIncident()
    {
        var incident = Incident();
        return Desk.Command("headcounts", "Lists the head counts of an incident, oldest first.", (parsed, desk, ct) =>
            desk.ListAsync($"/v1/incidents/{parsed.GetValue(incident)}/head-counts", ct, Shown.HeadCountRow), incident);
    }

    private static Command Start()
    {
        var incident = Incident();
        var team = new Option<string[]>("--team") { Description = "A team as AGENCY=TEAM; may be said more than once.", Required = true };
        var every = new Option<int?>("--every") { Description = "The interval in minutes; the region's when it is left out." };
        return Desk.Command("start", "Starts head counts of the teams on scene.", async (parsed, desk, ct) =>
        {
            var body = new JsonObject { ["teams"] = new JsonArray([.. parsed.GetRequiredValue(team).Select(Team)]) };
            if (parsed.GetValue(every) is { } minutes) body["everyMinutes"] = minutes;
            return desk.Show(await desk.PostAsync($"/v1/incidents/{parsed.GetValue(incident)}/head-counts", body, ct), Shown.HeadCountCard);
        }, incident, team, every);
    }

    private static JsonNode Team(string said) => said.Split('=', 2) is [var agency, var team] ? new JsonObject { ["agency"] = agency, ["team"] = team }
        : throw new Regions.RegionException(Language.Say($"{said} is no team: say AGENCY=TEAM."));

    private static Command Rounds()
    {
        var id = Id();
        return Desk.Command("rounds", "Lists the rounds of head counts, oldest first.", (parsed, desk, ct) =>
            desk.ListAsync($"/v1/head-counts/{parsed.GetValue(id)}/rounds", ct, Shown.HeadCountRoundRow), id);
    }

    private static Command Answer()
    {
        var round = new Argument<Guid>("ROUND") { Description = "The round's id." };
        var (team, expected) = (new Option<string>("--team") { Description = "Your team's code.", Required = true }, new Option<int>("--expected") { Description = "How many of the team are on scene.", Required = true });
        var counted = new Option<int>("--counted") { Description = "How many of them were counted now.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why fewer: OutOfContact, NotReturned, InTransit, InMedicalCare or StrengthInDoubt." };
        var place = new Option<string>("--place") { Description = "The code of the place where they were counted." };
        return Desk.Command("answer", "Answers a round for a team of your agency.", async (parsed, desk, ct) =>
        {
            var body = new JsonObject { ["team"] = parsed.GetRequiredValue(team), ["expected"] = parsed.GetRequiredValue(expected), ["counted"] = parsed.GetRequiredValue(counted) };
            if (parsed.GetValue(reason) is { } why) body["reason"] = why;
            if (parsed.GetValue(place) is { } where) body["place"] = where;
            return desk.Show(await desk.PostAsync($"/v1/head-count-rounds/{parsed.GetValue(round)}/answers", body, ct), Shown.HeadCountRoundCard);
        }, round, team, expected, counted, reason, place);
    }

    private static Command Stop()
    {
        var id = Id();
        return Desk.Command("stop", "Stops head counts.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync($"/v1/head-counts/{parsed.GetValue(id)}", "stop", null, ct), Shown.HeadCountCard), id);
    }

    private static Argument<Guid> Incident() => new("ID") { Description = "The incident's id." };

    private static Argument<Guid> Id() => new("ID") { Description = "The head counts' id." };
}
