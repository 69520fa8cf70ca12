using System.Text.Json.Nodes;

namespace Coordination.CommandLine.Desks;

/// <summary>A CloudEvent in a line that a person reads: when, where from, what, and its facts.</summary>
internal static class EventLine
{
    internal static string Of(string cloudEvent)
    {
        if (JsonNode.Parse(cloudEvent) is not JsonObject e) return cloudEvent;
        // command.meeting-changed.v1 is of meetings.
        var of = $"{e["type"]}".Split('.').ElementAtOrDefault(1)?.Split('-')[0];
        var facts = (e["data"] as JsonObject ?? new JsonObject()).Where(m => m.Value is not null).Select(m => $"{Language.Word(m.Key, of)}={Plain(m.Value!, of)}");
        return $"{e["exercisetime"] ?? e["time"]}  {e["source"]}  {e["type"]}  {string.Join(' ', facts)}";
    }

    private static string Plain(JsonNode value, string? of) => value is JsonValue ? Language.Word($"{value}", of) : value.ToJsonString();
}
