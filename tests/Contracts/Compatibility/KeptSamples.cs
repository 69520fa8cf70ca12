using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Contracts;
using Coordination.Platform;

namespace Coordination.Tests.ContractTests.Compatibility;

/// <summary>
/// The samples of an event that were ever golden, a line for each, for ever: a journal still holds such rows. Each must be read by today's record, and all that
/// it said must still be there.
/// </summary>
internal static class KeptSamples
{
    private static readonly MethodInfo Reads = typeof(ReceivedEvent).GetMethod(nameof(ReceivedEvent.Read))!;

    internal static string FileOf(string name) => Baseline.At("events", $"{name}.jsonl");

    internal static IReadOnlyList<string> Of(string name) => File.Exists(FileOf(name)) ? File.ReadAllLines(FileOf(name)) : [];

    internal static IReadOnlyList<string> Breaks(Type record, string sample)
    {
        try
        {
            var read = JsonSerializer.SerializeToNode(Read(record, sample), record, Wire.Json);
            return [.. Lost(JsonNode.Parse(sample)!, read, "")];
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return [$"cannot be read: {e.Message}"];
        }
    }

    private static object? Read(Type record, string sample)
    {
        var received = new ReceivedEvent("test/region/test", 1, Guid.NewGuid(), "test", Guid.NewGuid(), DateTimeOffset.UnixEpoch, null, null, "{}", default, Encoding.UTF8.GetBytes(sample));
        return Reads.MakeGenericMethod(record).Invoke(received, BindingFlags.DoNotWrapExceptions, null, null, null);
    }

    private static IEnumerable<string> Lost(JsonNode? before, JsonNode? now, string at) => (before, now) switch
    {
        (JsonObject was, JsonObject @is) => was.SelectMany(m => @is.ContainsKey(m.Key) ? Lost(m.Value, @is[m.Key], $"{at}/{m.Key}") : [$"{at}/{m.Key}: is gone"]),
        (JsonArray was, JsonArray @is) when was.Count == @is.Count => was.SelectMany((m, i) => Lost(m, @is[i], $"{at}/{i}")),
        _ => JsonNode.DeepEquals(before, now) ? [] : [$"{at}: was {before?.ToJsonString()}, is read as {now?.ToJsonString()}"],
    };
}
