using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Coordination.Tests.ContractTests.Compatibility;

/// <summary>
/// <c>contracts/baseline</c>: the contracts that others were given. COORDINATION_ACCEPT=1 takes in what is new and breaks nothing; a break is taken
/// only with COORDINATION_ACCEPT=breaking, on purpose.
/// </summary>
internal static class Baseline
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Words = ["summary", "description", "tags", "info", "x-roles"];

    internal static string At(params string[] parts) => Root.At(["contracts", "baseline", .. parts]);

    /// <summary>Whether a file of the baseline is to be written now.</summary>
    internal static bool Takes(IReadOnlyList<string> breaks) => Root.AcceptBreaking || (Root.Accept && breaks.Count == 0);

    /// <summary>What fails the build, and the way out of it.</summary>
    internal static string Explain(IReadOnlyList<string> breaks) =>
        $"{breaks.Count} breaks of the contract that others hold (docs/compatibility.md says what to do):\n{string.Join('\n', breaks)}";

    /// <summary>A document without its words: a line for each path and each schema, so that a difference in review is a line.</summary>
    internal static string Text(JsonObject document)
    {
        var text = new StringBuilder("{\"paths\":{\n");
        Lines(text, document["paths"]!.AsObject());
        text.Append("},\"components\":{\"schemas\":{\n");
        Lines(text, document["components"]?["schemas"]?.AsObject() ?? []);
        return text.Append("}}}\n").ToString();
    }

    private static void Lines(StringBuilder text, JsonObject members) => text.AppendJoin(",\n",
        members.OrderBy(m => m.Key, StringComparer.Ordinal).Select(m => $"{JsonSerializer.Serialize(m.Key, Plain)}:{Wordless(m.Value, isMember: false)!.ToJsonString(Plain)}")).Append('\n');

    /// <summary>A member of a schema may itself be called description: the names below <c>properties</c> are kept.</summary>
    private static JsonNode? Wordless(JsonNode? part, bool isMember) => part switch
    {
        JsonObject o => new JsonObject(o.Where(m => isMember || !Words.Contains(m.Key)).Select(m => KeyValuePair.Create(m.Key, Wordless(m.Value, m.Key == "properties" && !isMember)))),
        JsonArray a => new JsonArray([.. a.Select(i => Wordless(i, isMember: false))]),
        _ => part?.DeepClone(),
    };
}
