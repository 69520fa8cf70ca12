using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Contracts;

namespace Coordination.Platform;

/// <summary>A record that comes inside something else, a row or a document, is held to the rules of a call's body.</summary>
public static class InputRecords
{
    /// <summary>The record, or what is wrong with it, each by JSON Pointer.</summary>
    public static (T? Record, IReadOnlyList<Refusal> Wrong) Read<T>(JsonObject json, DateTimeOffset now) where T : class
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return json.Deserialize<T>(Wire.Json) is not { } record ? (null, [Refusal.Invalid("", "body-required", "There is nothing.")])
                : InputRules.Check(record, now) is { Count: > 0 } wrong ? (null, wrong) : (record, []);
        }
        catch (JsonException)
        {
            return (null, BodyDiagnosis.Of(JsonSerializer.SerializeToUtf8Bytes(json), typeof(T)));
        }
    }
}
