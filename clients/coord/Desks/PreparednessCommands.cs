using System.CommandLine;
using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Desks;

/// <summary><c>coord reach</c>: whether posts answer. <c>coord programme</c>: survey, revision, improvement and acceptance.</summary>
internal static class PreparednessCommands
{
    internal static Command Reach() => new("reach", "Whether the posts of rosters answer when they are called.")
    {
        Desk.Command("list", "Lists whether posts of your agency, or that it called, answered, a day each.", (_, desk, ct) => desk.ListAsync("/v1/reachability-tests", ct, Shown.ReachabilityTestRow)), CallPost(), Answer(),
    };

    internal static Command Programme() => new("programme", "Preparedness programmes: survey, revision, improvement and acceptance.")
    {
        Desk.Command("list", "Lists preparedness programmes, oldest first.", (_, desk, ct) => desk.ListAsync("/v1/programmes", ct, Shown.ProgrammeRow)), Show(),
        Step("share", "Says that your agency has done its share of the stage at hand."), Advance(), Step("accept", "Accepts a programme that others ran."), Cancel(),
    };

    private static Command CallPost()
    {
        var id = new Argument<Guid>("ID") { Description = "The roster's id." };
        return Desk.Command("call", "Calls a roster's post; it has some minutes to answer.", async (parsed, desk, ct) =>
            desk.Show(await desk.PostAsync($"/v1/duty-rosters/{parsed.GetValue(id)}/reachability-tests", null, ct), Shown.ReachabilityTestRow), id);
    }

    private static Command Answer()
    {
        var id = new Argument<Guid>("ID") { Description = "The test's id." };
        return Desk.Command("answer", "Answers for your agency's post that was called.", async (parsed, desk, ct) =>
            desk.Show(await desk.PostAsync($"/v1/reachability-tests/{parsed.GetValue(id)}/answer", null, ct), Shown.ReachabilityTestRow), id);
    }

    private static Command Show()
    {
        var id = Id();
        return Desk.Command("show", "Shows one preparedness programme.", async (parsed, desk, ct) => desk.Show(await desk.GetAsync($"/v1/programmes/{parsed.GetValue(id)}", ct), Shown.ProgrammeCard), id);
    }

    private static Command Advance()
    {
        var id = Id();
        Option<DateTimeOffset?>[] dates = [.. new[] { "survey", "revise", "improve", "accept" }.Select(s => new Option<DateTimeOffset?>($"--{s}") { Description = "Another date until when this stage lasts." })];
        return Desk.Command("advance", "Begins the next stage of a programme that your agency runs.", async (parsed, desk, ct) =>
        {
            var body = new JsonObject(dates.Select(d => KeyValuePair.Create(d.Name[2..], (JsonNode?)JsonValue.Create(parsed.GetValue(d)))));
            return desk.Show(await desk.ChangeAsync($"/v1/programmes/{parsed.GetValue(id)}", "advance", body, ct), Shown.ProgrammeCard);
        }, [id, .. dates]);
    }

    private static Command Cancel()
    {
        var (id, reason) = (Id(), new Option<string>("--reason") { Description = "Why, in words.", Required = true });
        return Desk.Command("cancel", "Says that a programme is not carried on.", async (parsed, desk, ct) => desk.Show(await desk.ChangeAsync($"/v1/programmes/{parsed.GetValue(id)}", "cancel",
            new JsonObject { ["reason"] = parsed.GetRequiredValue(reason) }, ct), Shown.ProgrammeCard), id, reason);
    }

    private static Command Step(string verb, string description)
    {
        var id = Id();
        return Desk.Command(verb, description, async (parsed, desk, ct) => desk.Show(await desk.ChangeAsync($"/v1/programmes/{parsed.GetValue(id)}", verb, null, ct), Shown.ProgrammeCard), id);
    }

    private static Argument<Guid> Id() => new("ID") { Description = "The programme's id." };
}
