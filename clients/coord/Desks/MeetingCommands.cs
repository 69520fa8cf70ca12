using System.CommandLine;
using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Desks;

/// <summary><c>coord meeting</c>: meetings of agencies, and what they agreed.</summary>
internal static class MeetingCommands
{
    internal static Command Command() => new("meeting", "Meetings between agencies: what yours called or is invited to, and what was agreed.") 
    {
        List(), Show(), Call(), Hold(), Minute(), Close(), Cancel(), Action(), Actions(), Owed(), Done(), Verify(), Reopen(), Drop(),
    };

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

    private static Command Hold()
    {
        var (id, held) = (Id(), new Option<DateTimeOffset>("--held") { Description = "When it was held.", Required = true });
        var came = new Option<string[]>("--came") { Description = "An invited agency that came; may be said more than once.", Required = true };
        return Desk.Command("hold", "Says that a meeting took place, and who of the invited came.", async (parsed, desk, ct) => desk.Show(await desk.ChangeAsync($"/v1/meetings/{parsed.GetValue(id)}", "hold",
            new JsonObject { ["heldAt"] = parsed.GetRequiredValue(held), ["attended"] = Texts(parsed.GetRequiredValue(came)) }, ct), Shown.MeetingCard), id, held, came);
    }

    private static Command Minute()
    {
        var (id, conclusion) = (Id(), new Option<string[]>("--conclusion") { Description = "A conclusion, in words; may be said more than once.", Required = true });
        return Desk.Command("minute", "Writes the conclusions of a meeting down.", async (parsed, desk, ct) => desk.Show(await desk.ChangeAsync($"/v1/meetings/{parsed.GetValue(id)}", "minute",
            new JsonObject { ["conclusions"] = Texts(parsed.GetRequiredValue(conclusion)) }, ct), Shown.MeetingCard), id, conclusion);
    }

    private static Command Close()
    {
        var id = Id();
        return Desk.Command("close", "Closes a meeting when what it agreed is verified or dropped.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync($"/v1/meetings/{parsed.GetValue(id)}", "close", null, ct), Shown.MeetingCard), id);
    }

    private static Command Cancel()
    {
        var (id, reason) = (Id(), Reason());
        return Desk.Command("cancel", "Says that a meeting does not take place.", async (parsed, desk, ct) => desk.Show(await desk.ChangeAsync($"/v1/meetings/{parsed.GetValue(id)}", "cancel",
            new JsonObject { ["reason"] = parsed.GetRequiredValue(reason) }, ct), Shown.MeetingCard), id, reason);
    }

    private static Command Action()
    {
        var (id, text) = (Id(), new Option<string>("--text") { Description = "What is to be done, in words.", Required = true });
        var (agency, due) = (new Option<string>("--agency") { Description = "The agency that does it.", Required = true }, Due());
        return Desk.Command("action", "Gives an agency what a meeting agreed, until a time.", async (parsed, desk, ct) => desk.Show(await desk.PostAsync($"/v1/meetings/{parsed.GetValue(id)}/actions",
            new JsonObject { ["text"] = parsed.GetRequiredValue(text), ["agency"] = parsed.GetRequiredValue(agency), ["dueAt"] = parsed.GetRequiredValue(due) }, ct), Shown.MeetingActionRow), id, text, agency, due);
    }

    private static Command Actions()
    {
        var id = Id();
        return Desk.Command("actions", "Lists what a meeting agreed.", (parsed, desk, ct) => desk.ListAsync($"/v1/meetings/{parsed.GetValue(id)}/actions", ct, Shown.MeetingActionRow), id);
    }

    private static Command Owed() => Desk.Command("owed", "Lists what meetings agreed that your agency has not done yet.", (_, desk, ct) => desk.ListAsync("/v1/meeting-actions", ct, Shown.MeetingActionRow));

    private static Command Done()
    {
        var id = ActionId();
        return Desk.Command("done", "Says that your agency has done what a meeting agreed.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync($"/v1/meeting-actions/{parsed.GetValue(id)}", "finish", null, ct), Shown.MeetingActionRow), id);
    }

    private static Command Verify()
    {
        var id = ActionId();
        return Desk.Command("verify", "Says that your agency saw that another has done what a meeting agreed.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync($"/v1/meeting-actions/{parsed.GetValue(id)}", "verify", null, ct), Shown.MeetingActionRow), id);
    }

    private static Command Reopen()
    {
        var (id, reason, due) = (ActionId(), Reason(), Due());
        return Desk.Command("reopen", "Says that what an agency said to be done is not, and until when it is to be.", async (parsed, desk, ct) => desk.Show(await desk.ChangeAsync($"/v1/meeting-actions/{parsed.GetValue(id)}", "reopen",
            new JsonObject { ["reason"] = parsed.GetRequiredValue(reason), ["dueAt"] = parsed.GetRequiredValue(due) }, ct), Shown.MeetingActionRow), id, reason, due);
    }

    private static Command Drop()
    {
        var (id, reason) = (ActionId(), Reason());
        return Desk.Command("drop", "Says that what a meeting agreed is no longer to be done.", async (parsed, desk, ct) => desk.Show(await desk.ChangeAsync($"/v1/meeting-actions/{parsed.GetValue(id)}", "drop",
            new JsonObject { ["reason"] = parsed.GetRequiredValue(reason) }, ct), Shown.MeetingActionRow), id, reason);
    }

    private static Argument<Guid> ActionId() => new("ID") { Description = "The id of the action: coord meeting owed." };

    private static Option<string> Reason() => new("--reason") { Description = "Why, in words.", Required = true };

    private static Option<DateTimeOffset> Due() => new("--due") { Description = "Until when.", Required = true };

    private static Argument<Guid> Id() => new("ID") { Description = "The meeting's id." };

    private static JsonArray Texts(string[] texts) => [.. texts.Select(t => JsonValue.Create(t))];
}
