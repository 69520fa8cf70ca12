using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;

namespace Coordination.Contracts.Tokens;

/// <summary>
/// Tokens that were found good a moment ago, by their hashes. Not past their end, not past a minute (a clock that is set, a provider that changed its mind),
/// and not under other keys.
/// </summary>
internal sealed class CheckedTokens(TimeProvider time, int atMost = 10_000)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);
    private readonly Lock gate = new();
    private ConcurrentDictionary<string, Entry> young = new(StringComparer.Ordinal), old = new(StringComparer.Ordinal);

    internal ClaimsPrincipal? Find(string token)
    {
        var mark = Mark(token);
        if (!young.TryGetValue(mark, out var entry) && !old.TryGetValue(mark, out entry)) return null;
        return ReferenceEquals(entry.Edition, entry.Keys.Edition) && time.GetElapsedTime(entry.At) < entry.GoodFor ? entry.Holder : null;
    }

    /// <param name="token">The token.</param>
    /// <param name="holder">Who holds it.</param>
    /// <param name="keys">Whose keys it was checked with.</param>
    /// <param name="edition">Which of them: they may have changed since.</param>
    /// <param name="end">When the token ends.</param>
    internal void Keep(string token, ClaimsPrincipal holder, ITokenKeys keys, object? edition, DateTimeOffset end)
    {
        var left = end - time.GetUtcNow();
        if (left <= TimeSpan.Zero) return;
        MakeRoom();
        young[Mark(token)] = new(holder, keys, edition, time.GetTimestamp(), left < Longest ? left : Longest);
    }

    /// <summary>Half of them are always the newest half; what is forgotten is checked again, no more.</summary>
    private void MakeRoom()
    {
        if (young.Count < atMost / 2) return;
        lock (gate)
        {
            if (young.Count >= atMost / 2) (old, young) = (young, new(StringComparer.Ordinal));
        }
    }

    private static string Mark(string token) => Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Measured, not read from the clock, so that setting it back makes nothing good for longer.</summary>
    private sealed record Entry(ClaimsPrincipal Holder, ITokenKeys Keys, object? Edition, long At, TimeSpan GoodFor);
}
