using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Coordination.Client.Tokens;

namespace Coordination.Client.Calls;

/// <summary>Sends calls until they are answered, refused for good, or their time is over.</summary>
internal sealed class RegionCalls(HttpClient http, ITokenSource? tokens, ClientOptions options, Guid? exercise)
{
    internal ClientOptions Options => options;

    internal Task<T> GetAsync<T>(string path, CancellationToken ct) => SendAsync<T>(new(HttpMethod.Get, path), ct);

    /// <summary>A change: its key is made here, once, and goes with every repetition.</summary>
    internal Task<T> PostAsync<T>(string path, object? body, int? version, string? key, CancellationToken ct) =>
        SendAsync<T>(new(HttpMethod.Post, path, body is null ? null : JsonSerializer.SerializeToUtf8Bytes(body, ClientJson.Options), version, key ?? Guid.CreateVersion7().ToString()), ct);

    /// <summary>All items of a list, page after page as they are asked for.</summary>
    internal async IAsyncEnumerable<T> PagesAsync<T>(string path, [EnumeratorCancellation] CancellationToken ct)
    {
        for (string? cursor = null; ;)
        {
            var page = await GetAsync<Page<T>>(cursor is null ? path : Query.With(path, ("cursor", cursor)), ct).ConfigureAwait(false);
            foreach (var item in page.Items) yield return item;
            if ((cursor = page.Next) is null) yield break;
        }
    }

    /// <summary>A call that is answered by a stream, sent once.</summary>
    internal async Task<HttpResponseMessage> OpenAsync(Call call, Action<HttpRequestMessage> set, bool renew, CancellationToken ct)
    {
        using var request = call.ToRequest(await TokenAsync(renew, ct).ConfigureAwait(false), exercise, options.Language);
        set(request);
        return await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct).ConfigureAwait(false);
    }

    private async Task<T> SendAsync<T>(Call call, CancellationToken ct)
    {
        using var deadline = new CancellationTokenSource(options.Deadline, options.Time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(ct, deadline.Token);
        var began = options.Time.GetTimestamp();
        var renewed = false;
        for (var (attempt, renew) = (1, false); ; attempt++)
        {
            var (outcome, problem, fault) = await TryAsync<T>(call, renew, both.Token).ConfigureAwait(false);
            renew = false;
            ct.ThrowIfCancellationRequested();
            if (problem is null && fault is null) return outcome!;
            if (problem is { Status: (int)HttpStatusCode.Unauthorized } && tokens is not null && !renewed)
            {
                // A token that was good a moment ago: the issuer may have other keys now.
                renewed = renew = true;
                continue;
            }
            if (problem is not null && !RetryRules.Passes(problem)) throw new ProblemException(problem);
            var pause = RetryRules.Pause(options, attempt, problem?.RetryAfter);
            if (deadline.IsCancellationRequested || options.Time.GetElapsedTime(began) + pause >= options.Deadline) throw Over(call, problem, fault);
            await Task.Delay(pause, options.Time, ct).ConfigureAwait(false);
        }
    }

    private async Task<(T? Outcome, Problem? Problem, Exception? Fault)> TryAsync<T>(Call call, bool renew, CancellationToken ct)
    {
        try
        {
            using var request = call.ToRequest(await TokenAsync(renew, ct).ConfigureAwait(false), exercise, options.Language);
            using var response = await http.SendAsync(request, ct).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode) return (default, await ProblemReader.ReadAsync(response, options.Time, ct).ConfigureAwait(false), null);
            return (JsonSerializer.Deserialize<T>(await response.Content.ReadAsByteArrayAsync(ct).ConfigureAwait(false), ClientJson.Options), null, null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException or OperationCanceledException)
        {
            // The connection was lost, or somebody's patience with it: what became of the call is not known, and its key makes that no matter.
            return (default, null, e);
        }
    }

    private static Exception Over(Call call, Problem? problem, Exception? fault) => problem is not null ? new ProblemException(problem)
        : new RegionAwayException($"{call.Method} {call.Path} was not answered in time.", call.Key, fault);

    private async Task<string?> TokenAsync(bool renew, CancellationToken ct) => tokens is null ? null : await tokens.GetAsync(renew, ct).ConfigureAwait(false);
}

/// <summary>A page as it is on the wire.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);
