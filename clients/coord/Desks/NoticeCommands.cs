using System.CommandLine;
using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Desks;

/// <summary>What agencies tell each other of an incident: <c>coord incident notify|notices</c>, and <c>coord notice</c> for those who are told.</summary>
internal static class NoticeCommands
{
    internal static Command Command() => new("notice", "Notices of other agencies: what yours is to know or to do.") { Owed(), Receipts(), Acknowledge() };

    internal static Command Notify()
    {
        var incident = new Argument<Guid>("ID") { Description = "The incident's id." };
        var to = new Option<string[]>("--to") { Description = "An agency that is notified; may be said more than once." };
        var at = new Option<string[]>("--at") { Description = "A jurisdiction whose bodies on duty are notified; may be said more than once." };
        var text = new Option<string>("--text") { Description = "What they are told, in words.", Required = true };
        var action = new Option<bool>("--for-action") { Description = "They are asked to act, not only to know." };
        return Desk.Command("notify", "Notifies neighbours, departments or the level above of an incident.", async (parsed, desk, ct) =>
            desk.Show(await desk.PostAsync("/v1/notices", new JsonObject
            {
                ["incidentId"] = parsed.GetValue(incident), ["text"] = parsed.GetRequiredValue(text), ["purpose"] = parsed.GetValue(action) ? "Action" : "Information",
                ["agencies"] = Codes(parsed.GetValue(to)), ["jurisdictions"] = Codes(parsed.GetValue(at)),
            }, ct), Shown.NoticeCard), incident, to, at, text, action);
    }

    internal static Command OfIncident()
    {
        var incident = new Argument<Guid>("ID") { Description = "The incident's id." };
        return Desk.Command("notices", "Lists the notices of an incident, oldest first.", (parsed, desk, ct) =>
            desk.ListAsync($"/v1/notices?incident={parsed.GetValue(incident)}", ct, Shown.NoticeRow), incident);
    }

    private static Command Owed() => Desk.Command("list", "Lists the notices that your agency has not acknowledged, oldest first.", (_, desk, ct) =>
        desk.ListAsync("/v1/notices?owed=true", ct, Shown.NoticeRow));

    private static Command Receipts()
    {
        var id = Id();
        return Desk.Command("receipts", "Lists who received a notice, and who is silent.", (parsed, desk, ct) =>
            desk.ListAsync($"/v1/notices/{parsed.GetValue(id)}/receipts", ct, Shown.NoticeReceiptRow), id);
    }

    /// <summary>The revision is said, so that nobody acknowledges a text that came after the one that was read.</summary>
    private static Command Acknowledge()
    {
        var id = Id();
        var revision = new Option<int>("--revision") { Description = "The revision that you read.", Required = true };
        return Desk.Command("ack", "Says that your agency has received a notice.", async (parsed, desk, ct) =>
            desk.Show(await desk.PostAsync($"/v1/notices/{parsed.GetValue(id)}/acknowledge", new JsonObject { ["revision"] = parsed.GetValue(revision) }, ct), Shown.NoticeReceiptCard), id, revision);
    }

    private static Argument<Guid> Id() => new("ID") { Description = "The notice's id." };

    private static JsonArray Codes(string[]? codes) => [.. (codes ?? []).Select(c => JsonValue.Create(c))];
}
