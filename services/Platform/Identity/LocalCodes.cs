using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Coordination.Platform;

/// <summary>What the local issuer gave out and takes back once: codes for a minute, refresh tokens for a day. Kept in memory; a restart ends them.</summary>
internal sealed class LocalCodes(TimeProvider time)
{
    private const int AtMost = 10_000;
    private static readonly TimeSpan OfACode = TimeSpan.FromMinutes(1), OfARefreshToken = TimeSpan.FromDays(1);
    private readonly ConcurrentDictionary<string, Kept> kept = new(StringComparer.Ordinal);

    internal string Code(SignInRequest request, Person person) => Keep(new(request, person, true, time.GetTimestamp()));

    internal string RefreshToken(SignInRequest request, Person person) => Keep(new(request, person, false, time.GetTimestamp()));

    /// <summary>Once: who comes second, with a code that was seen on its way, gets nothing.</summary>
    internal (SignInRequest Request, Person Person)? Take(string? code, bool isCode) =>
        code is not null && kept.TryRemove(code, out var found) && found.IsCode == isCode && time.GetElapsedTime(found.At) < (isCode ? OfACode : OfARefreshToken) ? (found.Request, found.Person) : null;

    private string Keep(Kept what)
    {
        if (kept.Count >= AtMost) kept.Clear();
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        kept[code] = what;
        return code;
    }

    private sealed record Kept(SignInRequest Request, Person Person, bool IsCode, long At);
}

/// <summary>Who somebody chose to be at the local issuer.</summary>
internal sealed record Person(string Agency, IReadOnlyList<string> Roles, string Subject);
