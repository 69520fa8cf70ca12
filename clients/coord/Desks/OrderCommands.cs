using System.CommandLine;
using System.Text.Json.Nodes;
using Coordination.Contracts.Events;

namespace Coordination.CommandLine.Desks;

/// <summary><c>coord order</c>: orders that go out and come in.</summary>
internal static class OrderCommands
{
    internal static Command Command() => new("order", "Orders: what is asked of whom.") { List(), Issue(), Acknowledge() };

    private static Command List() => Desk.Command("list", "Lists orders, oldest first.", (_, desk, ct) =>
        desk.ListAsync("/v1/orders", ct, Shown.OrderRow));

    private static Command Issue()
    {
        var incident = new Option<Guid>("--incident") { Description = "The incident.", Required = true };
        var kind = new Option<string>("--kind") { Description = "What is to be done: Rescue, Evacuate and so on.", Required = true };
        kind.CompletionSources.Add(Enum.GetNames<OrderKind>());
        var to = new Option<string>("--to") { Description = "The agency that answers for it.", Required = true };
        var words = new Option<string>("--instruction") { Description = "In words.", Required = true };
        var due = new Option<DateTimeOffset?>("--due") { Description = "When it is due." };
        var expires = new Option<DateTimeOffset?>("--expires") { Description = "When a cordon or an evacuation ends by itself." };
        return Desk.Command("issue", "Orders something of an agency, at once.", async (parsed, desk, ct) =>
        {
            var agency = parsed.GetRequiredValue(to);
            var task = new JsonObject
            {
                ["kind"] = parsed.GetRequiredValue(kind), ["instruction"] = parsed.GetRequiredValue(words), ["toAgency"] = agency, ["addresseeKind"] = "Agency", ["addressee"] = agency,
            };
            if (parsed.GetValue(due) is { } dueAt) task["dueAt"] = dueAt;
            if (parsed.GetValue(expires) is { } end) task["expiresAt"] = end;
            return desk.Show(await desk.PostAsync("/v1/orders", new JsonObject { ["incidentId"] = parsed.GetValue(incident), ["task"] = task }, ct), Shown.OrderCard);
        }, incident, kind, to, words, due, expires);
    }

    private static Command Acknowledge()
    {
        var id = new Argument<Guid>("ID") { Description = "The order's id." };
        return Desk.Command("ack", "Says that your agency has read an order.", async (parsed, desk, ct) =>
            desk.Show(await desk.PostAsync($"/v1/orders/{parsed.GetValue(id)}/acknowledge", null, ct), Shown.OrderCard), id);
    }
}
