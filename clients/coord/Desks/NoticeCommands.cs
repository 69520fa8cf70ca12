using System.CommandLine;
using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Desks;

/// <summary>What agencies tell each other of an incident: <c>coord incident notify|notices</c>, and <c>coord notice</c> for those who are told.</summary>
internal static class NoticeCommands
{
    internal static Command Command() => new("notice", "Notices between agencies: what yours is to know or to do, and what it told others.")
    {
        Owed(), Show(), Acknowledge(), Receipts(), TakeOver(), Correct(), Withdraw(),
    };

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

    private static Command Owed() => Desk.Command("list", "Lists the notices that wait for your agency: to acknowledge, or to take over from one who is silent.", (_, desk, ct) =>
        desk.ListAsync("/v1/notices?owed=true", ct, Shown.NoticeRow));

    private static Command Show()
    {
        var id = Id();
        return Desk.Command("show", "Shows what a notice says now.", async (parsed, desk, ct) =>
            desk.Show(await desk.GetAsync(At(parsed.GetValue(id)), ct), Shown.NoticeCard), id);
    }

    private static Command Receipts()
    {
        var id = Id();
        return Desk.Command("receipts", "Lists who received a notice, and who is silent.", (parsed, desk, ct) =>
            desk.ListAsync($"{At(parsed.GetValue(id))}/receipts", ct, Shown.NoticeReceiptRow), id);
    }

    /// <summary>The revision is said, so that nobody acknowledges a text that came after the one that was read.</summary>
    private static Command Acknowledge()
    {
        var id = Id();
        var revision = new Option<int>("--revision") { Description = "The revision that you read.", Required = true };
        return Desk.Command("ack", "Says that your agency has received a notice.", async (parsed, desk, ct) =>
            desk.Show(await desk.PostAsync($"{At(parsed.GetValue(id))}/acknowledge", new JsonObject { ["revision"] = parsed.GetValue(revision) }, ct), Shown.NoticeReceiptCard), id, revision);
    }

    private static Command TakeOver()
    {
        var (id, receipt) = (Id(), new Argument<Guid>("RECEIPT") { Description = "The id of the receipt of the one who is silent: coord notice receipts ID." });
        return Desk.Command("take-over", "Says that your agency takes care of a recipient that is silent.", async (parsed, desk, ct) =>
            desk.Show(await desk.PostAsync($"{At(parsed.GetValue(id))}/receipts/{parsed.GetValue(receipt)}/take-over", null, ct), Shown.NoticeReceiptCard), id, receipt);
    }

    /// <summary>What is asked of the recipients stays as it was.</summary>
    private static Command Correct()
    {
        var (id, text) = (Id(), new Option<string>("--text") { Description = "What it says from now on, in words.", Required = true });
        return Desk.Command("correct", "Gives a notice another text, which each recipient is to acknowledge again.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync(At(parsed.GetValue(id)), "correct", new JsonObject { ["text"] = parsed.GetRequiredValue(text) }, ct), Shown.NoticeCard), id, text);
    }

    private static Command Withdraw()
    {
        var (id, reason) = (Id(), new Option<string>("--reason") { Description = "Why it is taken back, in words.", Required = true });
        return Desk.Command("withdraw", "Takes a notice back, which each recipient is to acknowledge again.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync(At(parsed.GetValue(id)), "withdraw", new JsonObject { ["reason"] = parsed.GetRequiredValue(reason) }, ct), Shown.NoticeCard), id, reason);
    }

    private static string At(Guid id) => $"/v1/notices/{id}";

    private static Argument<Guid> Id() => new("ID") { Description = "The notice's id." };

    private static JsonArray Codes(string[]? codes) => [.. (codes ?? []).Select(c => JsonValue.Create(c))];
}
