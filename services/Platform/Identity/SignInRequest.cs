using Microsoft.AspNetCore.Http;

namespace Coordination.Platform;

/// <summary>What a client asks of the local issuer's page: a code for a redirect to this machine, bound to the client's secret by PKCE (RFC 7636, S256).</summary>
internal sealed record SignInRequest(string ClientId, string Redirect, string State, string Nonce, string Challenge)
{
    /// <summary>The names under which the page hands the request on.</summary>
    internal IReadOnlyDictionary<string, string> Fields => new Dictionary<string, string>
    {
        ["response_type"] = "code", ["client_id"] = ClientId, ["redirect_uri"] = Redirect, ["state"] = State, ["nonce"] = Nonce, ["code_challenge"] = Challenge, ["code_challenge_method"] = "S256",
    };

    /// <summary>Null where it is no such request: then nothing is sent anywhere.</summary>
    internal static SignInRequest? Read(IFormCollection? form, IQueryCollection query)
    {
        var request = new SignInRequest(Of("client_id"), Of("redirect_uri"), Of("state"), Of("nonce"), Of("code_challenge"));
        return Of("response_type") == "code" && Of("code_challenge_method") == "S256" && request.IsSound ? request : null;

        string Of(string name) => (form is null ? query[name] : form[name]).ToString();
    }

    private bool IsSound => ClientId.Length is > 0 and <= 100 && State.Length <= 500 && Nonce.Length <= 500
        && Challenge.Length == 43 && Challenge.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
        && Redirect.Length <= 500 && Uri.TryCreate(Redirect, UriKind.Absolute, out var redirect) && redirect is { Scheme: "http", IsLoopback: true, Fragment: "", UserInfo: "" };
}
