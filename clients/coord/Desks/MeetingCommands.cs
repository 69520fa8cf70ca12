using System.CommandLine;
using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Desks;

/// <summary><c>coord meeting</c>: meetings of agencies, and what they agreed.</summary>
internal static class MeetingCommands
{
    internal static Command Command() => new("meeting", "Meetings between agencies: what yours called or is invited to, and what was agreed.") { List(), Show(), Call(), Actions(), Owed(), Done() };

    private static Command List() => Desk.Command("list", "Lists the meetings of your agency, oldest first.", (_, desk, ct) => desk.ListAsync("/v1/meetings", ct, Shown.MeetingRow));

    private static Command Show()
    {
        var id = Id();
        return Desk.Command("show", "Shows one meeting.", async (parsed, desk, ct) => desk.Show(await desk.GetAsync($"/v1/meetings/{parsed.GetValue(id)}", ct), Shown.MeetingCard), id);
    }

    private static Command Call()
    {
        var (place, incident) = (new Option<string?>("--at") { Description = "The jurisdiction whose meeting it is." }, new Option<Guid?>("--incident") { Description = "The incident that it is about." });
        var (matter, starts) = (new Option<string>("--matter") { Description = "What it is about, in words.", Required = true }, new Option<DateTimeOffset>("--starts") { Description = "When it starts.", Required = true });
        var to = new Option<string[]>("--to") { Description = "An agency that is invited; may be said more than once.", Required = true };
        var item = new Option<string[]>("--item") { Description = "An item of the agenda; may be said more than once.", Required = true };
        return Desk.Command("call", "Invites agencies to a meeting.", async (parsed, desk, ct) =>
            desk.Show(await desk.PostAsync("/v1/meetings", new JsonObject
            {
                ["kind"] = parsed.GetValue(incident) is null ? "JointMeeting" : "Consultation", ["matter"] = parsed.GetRequiredValue(matter), ["startsAt"] = parsed.GetRequiredValue(starts),
                ["agenda"] = Texts(parsed.GetRequiredValue(item)), ["agencies"] = Texts(parsed.GetRequiredValue(to)), ["jurisdiction"] = parsed.GetValue(place), ["incidentId"] = parsed.GetValue(incident),
            }, ct), Shown.MeetingCard), place, incident, matter, starts, to, item);
    }

    private static Command Actions()
    {
        var id = Id();
        return Desk.Command("actions", "Lists what a meeting agreed.", (parsed, desk, ct) => desk.ListAsync($"/v1/meetings/{parsed.GetValue(id)}/actions", ct, Shown.MeetingActionRow), id);
    }

    private static Command Owed() => Desk.Command("owed", "Lists what meetings agreed that your agency has not done yet.", (_, desk, ct) => desk.ListAsync("/v1/meeting-actions", ct, Shown.MeetingActionRow));

    private static Command Done()
    {
        var id = new Argument<Guid>("ID") { Description = "The id of the action: coord meeting owed." };
        return Desk.Command("done", "Says that your agency has done what a meeting agreed.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync($"/v1/meeting-actions/{parsed.GetValue(id)}", "finish", null, ct), Shown.MeetingActionRow), id);
    }

    private static Argument<Guid> Id() => new("ID") { Description = "The meeting's id." };

    private static JsonArray Texts(string[] texts) => [.. texts.Select(t => JsonValue.Create(t))];
}
