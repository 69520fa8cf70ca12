using System.CommandLine;
using System.Text.Json.Nodes;
using Coordination.Contracts.Events;

namespace Coordination.CommandLine.Desks;

/// <summary><c>coord message</c>: messages of the public that were held until a person has read them.</summary>
internal static class MessageCommands
{
    internal static Command Command() => new("message", "Messages of the public that wait for a person.") { List(), Show(), Dismiss() };

    private static Command List() => Desk.Command("list", "Lists the messages that wait for your agency, oldest first.", (_, desk, ct) =>
        desk.ListAsync("/v1/gateway-messages?state=Held", ct, Shown.MessageRow));

    private static Command Show()
    {
        var id = Id();
        return Desk.Command("show", "Shows one message.", async (parsed, desk, ct) =>
            desk.Show(await desk.GetAsync($"/v1/gateway-messages/{parsed.GetValue(id)}", ct), Shown.MessageCard), id);
    }

    private static Command Dismiss()
    {
        var id = Id();
        var reason = new Option<string>("--reason") { Description = "Why it is no report: NothingReported, Unreadable or SaidBefore.", Required = true };
        reason.CompletionSources.Add(Enum.GetNames<DismissalReason>());
        return Desk.Command("dismiss", "Says that a message is no report; its words and its sender are forgotten.", async (parsed, desk, ct) =>
            desk.Show(await desk.ChangeAsync($"/v1/gateway-messages/{parsed.GetValue(id)}", "dismiss", new JsonObject { ["reason"] = parsed.GetRequiredValue(reason) }, ct), Shown.MessageCard),
            id, reason);
    }

    private static Argument<Guid> Id() => new("ID") { Description = "The message's id." };
}
