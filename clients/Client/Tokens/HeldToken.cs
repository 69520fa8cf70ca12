using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Coordination.Client.Calls;

namespace Coordination.Client.Tokens;

/// <summary>Holds a token until shortly before it ends, and asks once for all who wait for the next.</summary>
internal sealed class HeldToken(Func<CancellationToken, Task<TokenAnswer>> ask, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);
    private readonly SemaphoreSlim turn = new(1, 1);
    private volatile Held? held;

    internal async ValueTask<string> GetAsync(bool renew, CancellationToken ct)
    {
        var seen = held;
        if (!renew && seen is not null && seen.Until > time.GetUtcNow()) return seen.Token;
        await turn.WaitAsync(ct).ConfigureAwait(false);
        try
        {
            // Another who waited may have brought a new one.
            if (held is { } other && other != seen && other.Until > time.GetUtcNow()) return other.Token;
            var answer = await ask(ct).ConfigureAwait(false);
            var lasts = TimeSpan.FromSeconds(answer.ExpiresIn ?? 60);
            var now = new Held(answer.AccessToken, time.GetUtcNow() + (lasts > Margin * 2 ? lasts - Margin : lasts / 2));
            held = now;
            return now.Token;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What an issuer answered. Its refusals are final, but not its absence.</summary>
    internal static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken ct)
    {
        var text = await response.Content.ReadAsStringAsync(ct).ConfigureAwait(false);
        if (response.StatusCode is HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError) throw new HttpRequestException("The issuer does not answer now.", null, response.StatusCode);
        if (!response.IsSuccessStatusCode) throw new TokenException($"The issuer refused with {(int)response.StatusCode}: {text}");
        try
        {
            return JsonSerializer.Deserialize<T>(text, ClientJson.Options) ?? throw new TokenException("The issuer answered nothing.");
        }
        catch (JsonException e)
        {
            throw new TokenException($"The issuer's answer cannot be read: {e.Message}");
        }
    }

    public void Dispose() => turn.Dispose();

    private sealed record Held(string Token, DateTimeOffset Until);
}

/// <summary>The answer of a token endpoint (RFC 6749).</summary>
internal sealed record TokenAnswer([property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int? ExpiresIn);
