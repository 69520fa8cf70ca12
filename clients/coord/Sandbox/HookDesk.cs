using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Contracts;

namespace Coordination.CommandLine.Sandbox;

/// <summary>The sandbox's webhook receiver: takes what one of its secrets signed, each event once, and hands it on.</summary>
/// <param name="time">Deliveries are of these minutes.</param>
/// <param name="heard">Is given each event, once.</param>
internal sealed class HookDesk(TimeProvider time, Action<JsonObject> heard)
{
    /// <summary>A secret that everybody knows, so that everybody can sign what they try. A region gives others, which nobody knows.</summary>
    internal const string KnownSecret = "whsec_YSBzYW5kYm94IHNlY3JldCwga25vd24gdG8gYWxsICEh";

    private const int MostKept = 100_000;
    private readonly List<string> secrets = [KnownSecret];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    internal void Learn(string secret)
    {
        lock (gate) secrets.Add(secret);
    }

    internal Verdict Take(Sent sent)
    {
        var (id, timestamp, signature) = (sent.Header("webhook-id"), sent.Header("webhook-timestamp"), sent.Header("webhook-signature"));
        lock (gate)
        {
            var by = secrets.Find(s => StandardWebhook.IsGenuine(s, id, timestamp, signature, sent.Body, time.GetUtcNow()));
            if (by is null) return new(401, signature is null ? Language.Say($"It is not signed.") : Language.Say($"No secret of the sandbox signed this id, moment and body, or it was not within five minutes."));
            if (Read(sent.Body) is not { } cloudEvent) return new(400, Language.Say($"It is no CloudEvent."));
            if (seen.Count >= MostKept) seen.Clear();
            if (!seen.Add(id!)) return new(200, Language.Say($"It was here before, and is passed over."));
            // What is signed with the secret that all know is a try, whoever sent it: nothing is done about it.
            if (by != KnownSecret) heard(cloudEvent);
            return new(200, by == KnownSecret ? Language.Say($"Taken as a try.") : Language.Say($"Taken."));
        }
    }

    private static JsonObject? Read(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) is JsonObject { } e && e["specversion"] is not null && e["type"] is not null ? e : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
