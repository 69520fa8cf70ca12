using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>A keyed call: whose key, and what it was used for; with what an earlier release kept of that.</summary>
internal sealed record IdempotencyKey(string Caller, string Key, byte[] Fingerprint, byte[] Hash)
{
    internal bool IsOf(byte[] kept) => CryptographicOperations.FixedTimeEquals(kept, Fingerprint) || CryptographicOperations.FixedTimeEquals(kept, Hash);
}

/// <summary>Lets one call of each key through at a time; equal ones wait for it, up to a limit.</summary>
internal sealed class IdempotencyKeys
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<(string, string), Turn> running = new();

    /// <summary>Reads the header (draft-ietf-httpapi-idempotency-key-header: a quoted string; bare is taken too). Required on every POST.</summary>
    internal static Refusal? Read(HttpContext http, Call call, out IdempotencyKey? key)
    {
        key = null;
        var text = http.Request.Headers["Idempotency-Key"].ToString();
        if (text.Length >= 2 && text[0] == '"' && text[^1] == '"') text = text[1..^1];
        if (text.Length == 0)
            return HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<SelfNamedRoute>() is null
                ? Refusal.Invalid("@Idempotency-Key", "idempotency-key-required", "Every POST carries a key of your own, so that sending it again does nothing twice.")
                : null;
        if (text.Length > 128 || text.Any(c => c is < '!' or > '~')) return Refusal.Invalid("@Idempotency-Key", "idempotency-key", "Must have 1 to 128 visible ASCII characters.");
        var body = http.Request.Bytes();
        var about = $"{http.Request.Method} {http.Request.Path}{http.Request.QueryString} {call.Exercise}\n";
        var hash = SHA256.HashData([.. Encoding.UTF8.GetBytes(about), .. body]);
        key = new($"{call.Caller.Agency}/{call.Caller.Subject}", text, http.RequestServices.GetRequiredService<ISecretBox>().Mark(hash), hash);
        return null;
    }

    /// <summary>For a change that came without a key: by its row the change knows itself again when the answer to its commit was lost.</summary>
    internal static IdempotencyKey Witness() => new("", Guid.CreateVersion7().ToString("N"), [], []);

    /// <summary>The right to run; null when the call with the same key does not end in time. Dispose it to let the next one in.</summary>
    internal async Task<IDisposable?> EnterAsync(IdempotencyKey? key, CancellationToken ct)
    {
        var mine = new Turn();
        if (key is null) return mine;
        var until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (running.GetOrAdd((key.Caller, key.Key), mine) is var first && first != mine)
        {
            var left = until - Environment.TickCount64;
            if (left <= 0) return null;
            await Task.WhenAny(first.Ended, Task.Delay(TimeSpan.FromMilliseconds(left), ct));
            ct.ThrowIfCancellationRequested();
        }
        mine.OnEnd = () => running.TryRemove((key.Caller, key.Key), out _);
        return mine;
    }

    private sealed class Turn : IDisposable
    {
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        internal Task Ended => ended.Task;

        internal Action? OnEnd { get; set; }

        public void Dispose()
        {
            OnEnd?.Invoke();
            ended.TrySetResult();
        }
    }
}
