using System.Globalization;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;
using Coordination.Contracts;

namespace Coordination.CommandLine.Partners;

/// <summary>Deliveries as a region sends them (docs/subscriptions.md), and some that only a forger would send.</summary>
internal static class WebhookCases
{
    private const string Forger = "whsec_bm90IHRoZSBzZWNyZXQgb2YgYW55Ym9keSBhdCBhbGw=";

    internal static async IAsyncEnumerable<CaseResult> PlayAsync(HttpClient http, Uri url, string secret, TimeProvider time, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var (rule, isTaken, parcel) in Cases(secret, time.GetUtcNow())) yield return await PlayAsync(http, url, rule, isTaken, parcel, ct);
    }

    private static IEnumerable<(string Rule, bool IsTaken, Parcel Parcel)> Cases(string secret, DateTimeOffset now)
    {
        var sound = Parcel.Sound(secret, now);
        yield return (Language.Say($"A signed event is taken"), true, sound);
        yield return (Language.Say($"The same event again is taken again: it may come twice"), true, sound);
        yield return (Language.Say($"While a secret changes there are two signatures, and one fits"), true, sound with { Signature = $"{StandardWebhook.Sign(Forger, sound.Id, sound.Timestamp, sound.Body)} {sound.Signature}" });
        yield return (Language.Say($"An event of a type that is not known is taken"), true, Parcel.Sound(secret, now, e => e["type"] = "exchange.not-thought-of-yet.v1"));
        yield return (Language.Say($"An event with members that are not known is taken"), true, Parcel.Sound(secret, now, e => e["notthoughtofyet"] = "x"));
        yield return (Language.Say($"An event of 256 KiB is taken"), true, Parcel.Sound(secret, now, e => e["data"]!["text"] = new string('x', 256 * 1024)));
        yield return (Language.Say($"An event without a signature is refused"), false, sound with { Signature = null });
        yield return (Language.Say($"Another's signature is refused"), false, sound with { Signature = StandardWebhook.Sign(Forger, sound.Id, sound.Timestamp, sound.Body) });
        yield return (Language.Say($"A body that was changed on the way is refused"), false, sound with { Body = [.. sound.Body, (byte)' '] });
        yield return (Language.Say($"Another id under a true signature is refused"), false, sound with { Id = $"{Guid.CreateVersion7()}" });
        yield return (Language.Say($"A delivery of ten minutes ago is refused"), false, Parcel.Sound(secret, now.AddMinutes(-10)));
        yield return (Language.Say($"A delivery of ten minutes ahead is refused"), false, Parcel.Sound(secret, now.AddMinutes(10)));
    }

    private static async Task<CaseResult> PlayAsync(HttpClient http, Uri url, string rule, bool isTaken, Parcel parcel, CancellationToken ct)
    {
        try
        {
            using var request = parcel.To(url);
            using var answer = await http.SendAsync(request, ct);
            var status = (int)answer.StatusCode;
            return new(rule, isTaken ? status is >= 200 and < 300 : status is >= 400 and < 500 and not 410, Language.Say($"answered {status}") + (status is >= 300 and < 400 ? Language.Say($": nobody follows a redirect") : ""));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(rule, false, Language.Say($"no answer within 15 seconds"));
        }
        catch (HttpRequestException e)
        {
            return new(rule, false, e.Message);
        }
    }

    private sealed record Parcel(string Id, long Timestamp, string? Signature, byte[] Body)
    {
        internal static Parcel Sound(string secret, DateTimeOffset at, Action<JsonObject>? change = null)
        {
            var (id, subject) = ($"{Guid.CreateVersion7()}", $"{Guid.CreateVersion7()}");
            var cloudEvent = new JsonObject
            {
                ["specversion"] = "1.0", ["id"] = id, ["source"] = "check/region/exchange", ["type"] = "exchange.partner-check.v1", ["subject"] = subject,
                ["time"] = at.ToString("O", CultureInfo.InvariantCulture), ["datacontenttype"] = "application/json", ["data"] = new JsonObject { ["isCheck"] = true },
            };
            change?.Invoke(cloudEvent);
            var body = Encoding.UTF8.GetBytes(cloudEvent.ToJsonString());
            try
            {
                return new(id, at.ToUnixTimeSeconds(), StandardWebhook.Sign(secret, id, at.ToUnixTimeSeconds(), body), body);
            }
            catch (FormatException e)
            {
                throw new RegionException(Language.Say($"The secret is not one: whsec_ and base64. {e.Message}"));
            }
        }

        internal HttpRequestMessage To(Uri url)
        {
            var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(Body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json");
            request.Headers.Add("webhook-id", Id);
            request.Headers.Add("webhook-timestamp", Timestamp.ToString(CultureInfo.InvariantCulture));
            if (Signature is not null) request.Headers.TryAddWithoutValidation("webhook-signature", Signature);
            return request;
        }
    }
}
