using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;
using Coordination.Contracts;

namespace Coordination.Tests.Chaos;

/// <summary>
/// A client as a careful agency writes it: each call has a key of its own, is sent again with that key until it is answered for good, and is in the log
/// before it is sent and after it was answered. One that is given up while it is unanswered stays in the log as attempted: nobody knows.
/// </summary>
internal sealed class CarefulClient(HttpClient http, ClientLog log, string name) : IDisposable
{
    private static readonly string[] Later =
        ["idempotency-in-flight", "exercise-unknown", "starting", "storage-unavailable", "storage-full", "issuer-unavailable", "service-unavailable", "too-many-calls"];

    internal string Name => name;

    /// <summary>Why the call that it is at was not answered for good, the last time that it was sent.</summary>
    internal string Trouble { get; private set; } = "";

    /// <summary>Null when it was given up unanswered.</summary>
    internal async Task<Reply?> PostAsync(string register, string key, string path, object? body, Guid? exercise, int? ifMatch, CancellationToken giveUp)
    {
        log.Write(new(register, name, Step.Attempted, key));
        for (var times = 0; ; times++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body, options: Wire.Json) };
            request.Headers.Add("Idempotency-Key", $"\"{key}\"");
            if (exercise is { } id) request.Headers.Add("Coordination-Exercise", id.ToString());
            if (ifMatch is { } version) request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
            if (await AnswerAsync(http, request, giveUp, t => Trouble = t) is { } answer)
            {
                log.Write(new(register, name, answer.IsSuccess ? Step.Acknowledged : Step.Refused, key, answer.IsSuccess ? answer.Body!["id"]!.GetValue<Guid>() : null));
                return answer;
            }
            if (giveUp.IsCancellationRequested) return null;
            await Until.LastsAsync(Pause(times));
        }
    }

    /// <summary>Reads until what is read is so. Null when it was given up before.</summary>
    internal async Task<JsonNode?> UntilAsync(string path, Func<JsonNode, bool> isSo, CancellationToken giveUp)
    {
        for (var times = 0; !giveUp.IsCancellationRequested; times++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            if (await AnswerAsync(http, request, giveUp, t => Trouble = t) is { IsSuccess: true, Body: { } body } && isSo(body)) return body;
            Trouble = Trouble.Length > 0 ? Trouble : $"waits for {path}";
            await Until.LastsAsync(Pause(times));
        }
        return null;
    }

    /// <summary>The answer, where it is one for good; null when the call must be sent again.</summary>
    internal static async Task<Reply?> AnswerAsync(HttpClient http, HttpRequestMessage request, CancellationToken ct, Action<string>? trouble = null)
    {
        try
        {
            using var answer = await http.SendAsync(request, ct);
            var text = await answer.Content.ReadAsStringAsync(ct);
            var reply = new Reply((int)answer.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text), answer.Headers.ETag?.Tag.Trim('"'));
            if (reply.Status < 500 && (reply.Rule is not { } rule || !Later.Contains(rule))) return reply;
            trouble?.Invoke($"{reply.Status} {reply.Rule}");
            return null;
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException or JsonException)
        {
            trouble?.Invoke($"{e.GetType().Name}: {e.Message}");
            return null;
        }
    }

    /// <summary>Soon at first, then once in a while, near the second that <c>Retry-After</c> asks for: a region that starts has other things to do.</summary>
    private static TimeSpan Pause(int times) => TimeSpan.FromMilliseconds(50 << Math.Min(times, 4));

    public void Dispose() => http.Dispose();
}
