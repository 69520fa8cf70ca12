using System.Text.Json.Nodes;
using Coordination.CommandLine.Drills;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Deferred;

/// <summary>The events that the services of a region set aside in their own databases.</summary>
internal sealed class ServiceRows(RegionClient region, IReadOnlyList<string> instances) : IDeferredPlace
{
    public async Task<IReadOnlyList<DeferredItem>> ListAsync(CancellationToken ct)
    {
        var items = new List<DeferredItem>();
        foreach (var instance in instances)
            items.AddRange((await region.ReadAllAsync(Observers.Control, $"/v1/{instance}/deferred?limit=200", ct)).Select(row => Item(instance, row)));
        return items;
    }

    public Task<bool> RetryAsync(string id, CancellationToken ct) => DecideAsync(id, "retry", ct);

    public Task<bool> DiscardAsync(string id, CancellationToken ct) => DecideAsync(id, "discard", ct);

    private static DeferredItem Item(string instance, JsonNode row) =>
        new(Text(row, "id"), instance, Text(row, "type"), $"{Text(row, "source")} {Text(row, "position")}", Text(row, "error"), row.DeepClone());

    private static string Text(JsonNode row, string member) => $"{row[member]}";

    private async Task<bool> DecideAsync(string id, string decision, CancellationToken ct)
    {
        if (!Guid.TryParse(id, out _)) return false;
        foreach (var instance in instances)
        {
            var reply = await region.SendAsync(Observers.Control, "POST", $"/v1/{instance}/deferred/{id}/{decision}", null, null, null, ct);
            if (reply.IsSuccess) return true;
            if (reply.Status != 404) throw new RegionException(Language.Say($"{instance} refused: {reply.Status} {reply.Rule}"));
        }
        return false;
    }
}
