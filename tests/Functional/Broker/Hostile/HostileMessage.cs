using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Coordination.Platform;
using RabbitMQ.Client;

namespace Coordination.Tests.Functional.Broker;

/// <summary>A case of the corpus: a message that somebody with an instance's password could send.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Says">How the reason begins for which it is kept.</param>
/// <param name="Properties">With headers of any type.</param>
/// <param name="Body">Any bytes.</param>
internal sealed partial record HostileMessage(string Name, string Says, BasicProperties Properties, byte[] Body)
{
    /// <summary>All cases, each as a change of a good event of that sender with a subject and a position of its own.</summary>
    internal static IEnumerable<HostileMessage> All(string sender, int first)
    {
        using var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "BadInput", "corpus", "amqp.json")));
        return [.. cases.RootElement.EnumerateArray().Select((one, n) => Of(one, sender, RawEvents.Make(Guid.CreateVersion7(), first + n) with { Previous = "{}" }))];
    }

    private static HostileMessage Of(JsonElement one, string sender, ReceivedEvent good)
    {
        var properties = BrokerMessage.Properties(good, sender);
        foreach (var header in (string[])[BrokerNames.Position, BrokerNames.Previous])
            if (one.TryGetProperty(header, out var value)) properties.Headers![header] = Value(value);
        if (one.TryGetProperty("nameless", out _)) properties.ClearUserId();
        if (one.TryGetProperty("contentEncoding", out var encoding)) properties.ContentEncoding = encoding.GetString();
        return new(one.GetProperty("name").GetString()!, one.TryGetProperty("says", out var says) ? says.GetString()! : "unreadable", properties, BodyOf(one, good));
    }

    private static byte[] BodyOf(JsonElement one, ReceivedEvent good)
    {
        if (one.TryGetProperty("base64", out var bytes)) return bytes.GetBytesFromBase64();
        var whole = Encoding.UTF8.GetString(BrokerMessage.Body(good).Span);
        return Encoding.UTF8.GetBytes(Repeat(one.GetProperty("body").GetString()!)
            .Replace("{good}", whole, StringComparison.Ordinal).Replace("{half}", whole[..(whole.Length / 2)], StringComparison.Ordinal)
            .Replace("{id}", good.Id.ToString(), StringComparison.Ordinal).Replace("{subject}", good.Subject.ToString(), StringComparison.Ordinal)
            .Replace("{source}", good.Source, StringComparison.Ordinal).Replace("{type}", good.Type, StringComparison.Ordinal));
    }

    private static object? Value(JsonElement header) => header.ValueKind switch
    {
        JsonValueKind.Number => header.TryGetInt64(out var whole) ? whole : header.GetDouble(),
        JsonValueKind.String => Repeat(header.GetString()!),
        JsonValueKind.True => true,
        JsonValueKind.Array => header.EnumerateArray().Select(Value).ToList(),
        JsonValueKind.Object => header.EnumerateObject().ToDictionary(p => p.Name, p => Value(p.Value)),
        _ => null,
    };

    private static string Repeat(string text) =>
        Repeated().Replace(text, m => string.Concat(Enumerable.Repeat(m.Groups["what"].Value, int.Parse(m.Groups["times"].Value, System.Globalization.CultureInfo.InvariantCulture))));

    [GeneratedRegex("⟦(?<what>[^×]+)×(?<times>[0-9]+)⟧", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Repeated();
}
