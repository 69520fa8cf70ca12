using System.Text.Json;
using Coordination.Contracts;
using Coordination.Tests.Functional.Intake;

namespace Coordination.Tests.Functional.Exchange;

/// <summary>An agency that reports from an area that no other test knows, and subscribes to what becomes of it.</summary>
internal sealed class Station(Region region)
{
    internal string Agency { get; init; } = $"station-{Guid.NewGuid():N}";

    internal string Area { get; init; } = $"22{Random.Shared.Next(1000, 9999)}{Random.Shared.Next(100_000, 999_999)}";

    internal ApiClient Api => region.As(Agency, Roles.Integration);

    internal object Filter => new { types = new[] { "intake.*" }, areas = new[] { Area } };

    internal async Task<JsonElement> SubscribeAsync(object body)
    {
        using var made = await Api.PostAsync("/v1/subscriptions", body);
        return await made.JsonAsync();
    }

    internal Task<JsonElement> SubscribeAsync(Receiver receiver, object? filter = null) => SubscribeAsync(new { name = "desk", kind = "Webhook", url = receiver.Url, filter = filter ?? Filter });

    /// <summary>Everything about one report, which names no area itself.</summary>
    internal Task<JsonElement> SubscribeToAsync(Receiver receiver, params Guid[] reports) => SubscribeAsync(receiver, new { types = new[] { "intake.*" }, incidents = reports });

    /// <summary>A report from the area, to the county or another; its id, which is what its events are about.</summary>
    internal async Task<string> ReportAsync(string to = Desk.County) => (await region.Sender(Agency).SendAsync(Desk.Report(place: Desk.Place(area: Area)).With("toAgency", to))).Id().ToString();

    internal async Task<JsonElement> DecideAsync(JsonElement subscription, string verb)
    {
        using var answer = await Api.PostAsync($"/v1/subscriptions/{subscription.Id()}/{verb}", null, (await ReadAsync(subscription)).GetProperty("version").GetInt32());
        return await answer.JsonAsync();
    }

    internal Task<JsonElement> ReadAsync(JsonElement subscription) => Api.GetJsonAsync($"/v1/subscriptions/{subscription.Id()}");

    internal async Task<IReadOnlyList<JsonElement>> DeliveriesAsync(JsonElement subscription) =>
        [.. (await Api.GetJsonAsync($"/v1/subscriptions/{subscription.Id()}/deliveries?limit=200")).GetProperty("items").EnumerateArray()];

    /// <summary>Waits until an attempt ended like this. One that ended otherwise, for example too late on a busy machine, is not waited for as long as its pause lasts.</summary>
    internal async Task EndsAsync(JsonElement subscription, string outcome, int? status = null)
    {
        var seen = 0;
        await Functional.Platform.ProbeRegion.UntilAsync(
            async () =>
            {
                var all = await DeliveriesAsync(subscription);
                if (all.Any(d => d.Text("outcome") == outcome && (status is null || d.GetProperty("status").GetInt32() == status))) return true;
                if (all.Count == seen) return false;
                seen = all.Count;
                await DecideAsync(subscription, "pause");
                await DecideAsync(subscription, "resume");
                return false;
            },
            $"a delivery ends with {outcome} {status}");
    }
}
