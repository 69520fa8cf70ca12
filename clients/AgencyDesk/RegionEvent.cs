using System.Text.Json;

namespace Coordination.AgencyDesk;

/// <summary>What the desk reads of a CloudEvent of the region.</summary>
/// <param name="Id">The same whenever it comes again.</param>
/// <param name="Type">Event type.</param>
/// <param name="Subject">The incident or entity.</param>
/// <param name="Data">The facts.</param>
internal sealed record RegionEvent(string Id, string Type, string Subject, JsonElement Data)
{
    /// <summary>Null when it is none.</summary>
    internal static async Task<RegionEvent?> ReadAsync(Stream body, CancellationToken ct)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: ct);
            var root = json.RootElement;
            return new(root.GetProperty("id").GetString()!, root.GetProperty("type").GetString()!, root.GetProperty("subject").GetString()!, root.GetProperty("data").Clone());
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The call by which an agency says that it has what was addressed to it; null where nothing is asked of it.</summary>
    internal string? AcknowledgementBy(string agency)
    {
        if (!Data.TryGetProperty("toAgency", out var to) || to.GetString() != agency) return null;
        // What was set aside waits for a person's look.
        if (Data.TryGetProperty("setAside", out var aside) && aside.ValueKind == JsonValueKind.True) return null;
        return Type switch
        {
            "intake.report-received.v1" => $"v1/reports/{Data.GetProperty("reportId").GetGuid()}/acknowledge",
            "command.order-issued.v1" => $"v1/orders/{Data.GetProperty("orderId").GetGuid()}/acknowledge",
            _ => null,
        };
    }
}
