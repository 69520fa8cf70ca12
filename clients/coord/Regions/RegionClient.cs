using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.Client;
using Coordination.Client.Tokens;
using Coordination.CommandLine.Drills;

namespace Coordination.CommandLine.Regions;

/// <summary>A region as any client sees it: its public API, tokens from its loopback issuer.</summary>
internal sealed class RegionClient(HttpClient client)
{
    private readonly HttpClient http = client;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly ConcurrentDictionary<string, string> tokens = new(StringComparer.Ordinal);

    internal static RegionClient At(Uri url) => new(new HttpClient { BaseAddress = url, Timeout = TimeSpan.FromSeconds(60) });

    /// <summary>In the name of whoever holds the token.</summary>
    internal static RegionClient At(Uri url, string token)
    {
        var region = At(url);
        region.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return region;
    }

    /// <summary>True when every call carries a token already.</summary>
    internal bool IsSomebody => http.DefaultRequestHeaders.Authorization is not null;

    /// <summary>Asks the local issuer; a region with another issuer has none, and says so.</summary>
    internal async Task<string> TokenAsync(string agency, IReadOnlyList<string> roles, string? subject, CancellationToken ct)
    {
        var key = $"{agency} {string.Join(',', roles)} {subject}";
        if (tokens.TryGetValue(key, out var known)) return known;
        using var response = await http.PostAsJsonAsync("/issuer/token", subject is null ? (object)new { agency, roles } : new { agency, roles, subject }, ct);
        if (response.StatusCode == HttpStatusCode.NotFound) throw new RegionException(Language.Say($"The region has no local issuer: drills and trial tokens need one."));
        var text = await response.Content.ReadAsStringAsync(ct);
        if (!response.IsSuccessStatusCode) throw new RegionException(Language.Say($"The issuer refused a token for {agency}: {text}"));
        return tokens[key] = JsonNode.Parse(text)!["access_token"]!.GetValue<string>();
    }

    /// <summary>Calls as an actor; null is the public. Waits out 409 exercise-unknown and a region that is starting.</summary>
    internal async Task<Reply> SendAsync(Actor? actor, string method, string path, string? body, string? ifMatch, string? exercise, CancellationToken ct, string? accept = null,
        string mediaType = "application/json")
    {
        var key = Guid.NewGuid().ToString();
        var since = Stopwatch.StartNew();
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Parse(method), path);
            if (actor?.Agency is { } agency)
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(agency, actor.Roles, actor.Subject, ct));
            if (exercise is not null) request.Headers.Add("Coordination-Exercise", exercise);
            if (method == "POST") request.Headers.Add("Idempotency-Key", $"\"{key}\"");
            if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", $"\"{ifMatch}\"");
            if (accept is not null)
            {
                request.Headers.Accept.ParseAdd(accept);
                request.Headers.AcceptLanguage.ParseAdd(Language.IsChinese ? "zh-CN" : "en");
            }
            if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, mediaType);
            using var response = await http.SendAsync(request, ct);
            var reply = new Reply((int)response.StatusCode, Parse(await response.Content.ReadAsStringAsync(ct)), response.Headers.ETag?.Tag.Trim('"'), response.Headers.RetryAfter?.Delta);
            if (reply.Rule is not ("exercise-unknown" or "starting" or "storage-unavailable" or "issuer-unavailable" or "service-unavailable" or "idempotency-in-flight") || since.Elapsed > Patience) return reply;
            await Task.Delay(TimeSpan.FromMilliseconds(20), ct);
        }
    }

    /// <summary>Copies what is too long to be held, as it comes; what the region said instead, where it gives none.</summary>
    internal async Task<Reply?> CopyAsync(string path, string mediaType, string? exercise, Stream to, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (exercise is not null) request.Headers.Add("Coordination-Exercise", exercise);
        request.Headers.Accept.ParseAdd(mediaType);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
        if (!response.IsSuccessStatusCode) return new((int)response.StatusCode, Parse(await response.Content.ReadAsStringAsync(ct)), null);
        await response.Content.CopyToAsync(to, ct);
        return null;
    }

    /// <summary>An answer that must be a success.</summary>
    internal async Task<JsonNode> ReadAsync(Actor? actor, string path, CancellationToken ct)
    {
        var reply = await SendAsync(actor, "GET", path, null, null, null, ct);
        return reply is { IsSuccess: true, Body: { } body } ? body : throw new RegionException(Language.Say($"GET {path} gave {reply.Status} {reply.Rule}"));
    }

    /// <summary>All items of a paged list.</summary>
    internal async Task<IReadOnlyList<JsonNode>> ReadAllAsync(Actor? actor, string path, CancellationToken ct)
    {
        var items = new List<JsonNode>();
        for (string? cursor = null; ;)
        {
            var page = await ReadAsync(actor, cursor is null ? path : $"{path}&cursor={Uri.EscapeDataString(cursor)}", ct);
            items.AddRange(page["items"]!.AsArray().Select(i => i!));
            if (page["next"] is not { } next) return items;
            cursor = next.GetValue<string>();
        }
    }

    /// <summary>The typed client of the same region, in the name of whoever <paramref name="tokens"/> speak for, or of whoever works here.</summary>
    internal CoordinationClient With(ITokenSource? tokens) => new(http, tokens);

    /// <summary>Tokens of one who sees the log; null where somebody works here already. The region is there, and gives them.</summary>
    internal async Task<TrialTokens?> ObserverAsync(CancellationToken ct)
    {
        if (IsSomebody)
        {
            await ReadAsync(null, "/v1/region", ct);
            return null;
        }
        await TokenAsync(Observers.Control.Agency!, Observers.Control.Roles, null, ct);
        return new(http, Observers.Control.Agency!, Observers.Control.Roles);
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(text);
        }
    }
}

/// <summary>What the region answered.</summary>
internal sealed record Reply(int Status, JsonNode? Body, string? ETag, TimeSpan? RetryAfter = null)
{
    private const string Prefix = "urn:coordination:problem:";

    internal bool IsSuccess => Status is >= 200 and < 300;

    /// <summary>The rule of a refusal (RFC 9457 <c>type</c>), or null.</summary>
    internal string? Rule => !IsSuccess && Body is JsonObject problem && problem["type"] is JsonValue type && type.TryGetValue<string>(out var name)
        && (name.StartsWith(Prefix, StringComparison.Ordinal) || Status == 429) ? name.Split(':', '#')[^1] : null;

    /// <summary>Every rule that the refusal names, the fields' included.</summary>
    internal IEnumerable<string> Rules => (Body as JsonObject)?["errors"] is JsonArray errors
        ? errors.Select(e => e?["rule"]?.GetValue<string>()).OfType<string>().Prepend(Rule ?? "") : Rule is { } rule ? [rule] : [];
}

/// <summary>The region cannot be worked with.</summary>
internal sealed class RegionException(string message) : Exception(message);
