using System.Text.Json.Nodes;
using Coordination.CommandLine.Drills;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Sandbox;

/// <summary>
/// The sandbox's part in exercises, by rule: it acknowledges and accepts every order, and answers every ask with a provisional offer of as much as is asked, free of
/// charge. What is no exercise it only watches.
/// </summary>
internal sealed class Participant(RegionClient region, Actor agency)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);
    private const int Tries = 40;

    /// <summary>Acts on an event; says what was done, or null where there was nothing to do.</summary>
    internal async Task<(int Status, string Says)?> ActAsync(JsonObject cloudEvent, CancellationToken ct)
    {
        if (cloudEvent["exercise"] is not { } exercise || cloudEvent["data"] is not JsonObject data || $"{data["toAgency"]}" != agency.Agency) return null;
        return $"{cloudEvent["type"]}" switch
        {
            "command.order-issued.v1" => await CarryOutAsync($"/v1/orders/{data["orderId"]}", $"{exercise}", ct),
            "resources.resources-requested.v1" => await OfferAsync($"/v1/agencies/{agency.Agency}/asks/{data["askId"]}", data["quantity"]!, $"{exercise}", ct),
            _ => null,
        };
    }

    private async Task<(int, string)> CarryOutAsync(string order, string exercise, CancellationToken ct)
    {
        await PostAsync($"{order}/deliver", null, null, exercise, ct);
        var read = await PostAsync($"{order}/acknowledge", null, null, exercise, ct);
        var accepted = read.IsSuccess ? await PostAsync($"{order}/accept", null, read.Body?["version"]?.ToString(), exercise, ct) : read;
        return (accepted.Status, accepted.IsSuccess ? Language.Say($"Acknowledged and accepted {order}.") : Language.Say($"{order} was not accepted: {accepted.Rule}"));
    }

    private async Task<(int, string)> OfferAsync(string ask, JsonNode quantity, string exercise, CancellationToken ct)
    {
        var offer = new JsonObject { ["quantity"] = quantity.DeepClone(), ["response"] = "Provisional", ["reason"] = "AwaitingApproval", ["priceMinor"] = 0, ["currency"] = "CNY" };
        var made = await PostAsync($"{ask}/offer", offer, null, exercise, ct);
        return (made.Status, made.IsSuccess ? Language.Say($"Made a provisional offer on {ask}.") : Language.Say($"{ask} was not answered: {made.Rule}"));
    }

    /// <summary>An event may be here before the service that is called has heard of what it is about.</summary>
    private async Task<Reply> PostAsync(string path, JsonNode? body, string? version, string exercise, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            var reply = await region.SendAsync(agency, "POST", path, body?.ToJsonString(), version, exercise, ct);
            if (reply.Status != 404 || attempt == Tries) return reply;
            await Task.Delay(Pause, ct);
        }
    }
}
