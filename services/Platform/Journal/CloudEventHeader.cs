using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Coordination.Contracts;

namespace Coordination.Platform;

/// <summary>
/// The CloudEvents 1.0 attributes of an event as JSON: <c>source</c> region/agency/service, <c>subject</c> incident, TLP label, exercise time, and as
/// <c>audience</c> agencies that it is for besides those its data names, the owner of what it is about first.
/// </summary>
internal static class CloudEventHeader
{
    internal static byte[] Write(Guid id, string source, EventTypeAttribute type, Guid subject, Call call, Activity? activity, string? label = null, string audience = "")
    {
        var buffer = new ArrayBufferWriter<byte>(384);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("specversion", "1.0");
        json.WriteString("id", id);
        json.WriteString("source", source);
        json.WriteString("type", type.Name);
        json.WriteString("subject", subject);
        json.WriteString("time", call.RealNow);
        json.WriteString("datacontenttype", "application/json");
        json.WriteString("tlp", label ?? type.Label);
        if (audience.Length > 0) json.WriteString("audience", audience);
        if (call.Exercise is { } exercise)
        {
            json.WriteString("exercise", exercise);
            json.WriteString("exercisetime", call.Now);
        }
        if (activity is { IdFormat: ActivityIdFormat.W3C, Id: { } parent }) json.WriteString("traceparent", parent);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    internal static (DateTimeOffset Time, DateTimeOffset? ExerciseTime, string? TraceParent, string[] Audience) Read(ReadOnlyMemory<byte> header)
    {
        using var json = JsonDocument.Parse(header);
        var root = json.RootElement;
        return (root.GetProperty("time").GetDateTimeOffset(),
            root.TryGetProperty("exercisetime", out var at) ? at.GetDateTimeOffset() : null,
            root.TryGetProperty("traceparent", out var parent) ? parent.GetString() : null,
            root.TryGetProperty("audience", out var audience) && audience.ValueKind == JsonValueKind.String ? audience.GetString()!.Split(',', StringSplitOptions.RemoveEmptyEntries) : []);
    }
}
