using System.Text.Json.Nodes;
using Coordination.Contracts;

namespace Coordination.CommandLine.Regions;

/// <summary>Whether anything is under way between the services, by what their journal pages say.</summary>
internal static class Rest
{
    /// <summary>Everything is sealed, published and taken, nothing is set aside, and no clock is overdue.</summary>
    internal static bool IsAtRest(IReadOnlyList<JsonNode> journals) => journals.All(IsQuiet) && journals.All(j => journals.All(of => HasAll(j, of)));

    /// <summary>Its own work is done.</summary>
    internal static bool IsQuiet(JsonNode j) => Count(j, "unsealed") + Count(j, "unpublished") + Count(j, "deferred") + Count(j, "overdue") + Count(j, "inHand") == 0;

    /// <summary>A consumer has taken the last event of another that it takes at all.</summary>
    internal static bool HasAll(JsonNode consumer, JsonNode of)
    {
        if (of["last"] is not JsonObject last || of["source"]?.GetValue<string>() is not { } source) return true;
        var types = EventFlow.TakenBy(consumer["service"]!.GetValue<string>().Split('@')[0]);
        var wanted = last.Where(l => types.Contains(l.Key)).Select(l => l.Value!.GetValue<long>()).DefaultIfEmpty().Max();
        return wanted <= (consumer["taken"]?[source]?.GetValue<long>() ?? 0);
    }

    internal static long Count(JsonNode status, string member) => status[member]?.GetValue<long>() ?? 0;
}
