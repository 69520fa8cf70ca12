using System.Buffers.Text;
using System.Collections.Specialized;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Coordination.CommandLine.Regions;

namespace Coordination.CommandLine.Sessions;

/// <summary>
/// A person signs in at the provider's page: authorization code with PKCE (RFC 7636, S256), the browser coming back to this machine (RFC 8252), the answer bound to
/// the question by state, nonce and the provider's name (RFC 9207).
/// </summary>
internal static class BrowserSignIn
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <exception cref="RegionException">Nobody signed in, or the answer is not to this question.</exception>
    internal static async Task<KeptTokens> RunAsync(OpenIdProvider provider, string clientId, Action<string> say, CancellationToken ct)
    {
        if (provider.Authorization is not { } page) throw new RegionException(Language.Say($"{provider.Address} has no page at which a person signs in."));
        var (state, nonce, verifier) = (Random(), Random(), Random());
        using var listener = new RedirectListener(state);
        var redirect = listener.Address.ToString();
        var address = Address(page, new()
        {
            ["response_type"] = "code", ["client_id"] = clientId, ["redirect_uri"] = redirect, ["scope"] = "openid offline_access", ["prompt"] = "consent", ["audience"] = "coordination",
            ["state"] = state, ["nonce"] = nonce, ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))), ["code_challenge_method"] = "S256",
        });
        say(address);
        OpenWhereThereIsAScreen(address);
        var code = CodeOf(await AnswerAsync(listener, ct), provider);
        var tokens = await provider.TokensAsync(clientId, null, new() { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = redirect, ["code_verifier"] = verifier }, ct);
        if (IdTokenFault(tokens, provider.Issuer, clientId, nonce) is { } fault) throw new RegionException(Language.Say($"{provider.Address} answered another question: {fault}"));
        return KeptTokens.Of(tokens, null, TimeProvider.System);
    }

    /// <summary>The agency for which a token was given, to open its own books first; the region reads it for itself.</summary>
    internal static string? AgencyIn(string token) => Claims(token) is { } claims && claims["agency"] is JsonValue agency && agency.TryGetValue<string>(out var name) ? name : null;

    private static async Task<NameValueCollection> AnswerAsync(RedirectListener listener, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            return await listener.WaitAsync(limit.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new RegionException(Language.Say($"Nobody signed in within {Patience.TotalMinutes} minutes."));
        }
    }

    private static string CodeOf(NameValueCollection answer, OpenIdProvider provider)
    {
        var issuer = answer.GetValues("iss") is [var one] ? one : null;
        if (issuer != provider.Issuer && (issuer is not null || provider.NamesItself)) throw new RegionException(issuer is null ? Language.Say($"The answer does not say from whom it is, and {provider.Issuer} was asked.") : Language.Say($"The answer is from {issuer}, and {provider.Issuer} was asked."));
        if (answer["error"] is { } error) throw new RegionException(Language.Say($"{provider.Address} let nobody in: {error} {answer["error_description"]}"));
        return answer.GetValues("code") is [{ Length: > 0 } code] ? code : throw new RegionException(Language.Say($"{provider.Address} gave no code."));
    }

    /// <summary>It came from the provider itself over TLS or this machine, so its signature says nothing more (OpenID Connect Core 3.1.3.7).</summary>
    private static string? IdTokenFault(JsonObject tokens, string issuer, string clientId, string nonce)
    {
        if (tokens["id_token"]?.GetValue<string>() is not { } token) return Language.Say($"it gave no ID token.");
        if (Claims(token) is not { } claims || $"{claims["iss"]}" != issuer) return Language.Say($"its ID token is another's.");
        if ((claims["aud"] is JsonArray many ? many.Select(a => $"{a}") : [$"{claims["aud"]}"]).Contains(clientId, StringComparer.Ordinal) is false) return Language.Say($"its ID token is for another.");
        return $"{claims["nonce"]}" == nonce ? null : Language.Say($"its ID token bears another nonce.");
    }

    private static JsonObject? Claims(string token)
    {
        try
        {
            return token.Split('.') is [_, var claims, ..] ? JsonNode.Parse(Base64Url.DecodeFromChars(claims)) as JsonObject : null;
        }
        catch (Exception e) when (e is FormatException or System.Text.Json.JsonException)
        {
            return null;
        }
    }

    private static string Address(Uri page, Dictionary<string, string> query) =>
        $"{page.AbsoluteUri}{(page.Query.Length > 0 ? "&" : "?")}{string.Join('&', query.Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value)}"))}";

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The address stands on the screen anyway; a browser is a courtesy.</summary>
    private static void OpenWhereThereIsAScreen(string address)
    {
        if (Console.IsOutputRedirected || !OperatingSystem.IsLinux() || ((string[])["DISPLAY", "WAYLAND_DISPLAY"]).All(v => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(v)))) return;
        try
        {
            using var opened = Process.Start(new ProcessStartInfo("xdg-open", [address]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
        }
        catch (System.ComponentModel.Win32Exception)
        {
            // There is none here.
        }
    }
}
