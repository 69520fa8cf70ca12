using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Coordination.Contracts;
using Coordination.Contracts.Tokens;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Coordination.Platform;

/// <summary>Authorization code with PKCE at the local issuer: whoever sits at this machine picks who to be. For trying what a provider does; loopback only, like all of it.</summary>
internal sealed class LocalSignIn(LocalIssuer issuer, TimeProvider time)
{
    private readonly LocalCodes codes = new(time);

    internal void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/issuer/authorize", Ask).ExcludeFromDescription();
        routes.MapPost("/issuer/authorize", (Delegate)AnswerAsync).ExcludeFromDescription();
        routes.MapPost("/issuer/token", (RequestDelegate)GiveAsync).WithMetadata(new AcceptsMetadata(["application/x-www-form-urlencoded"])).ExcludeFromDescription();
    }

    private static IResult Ask(HttpContext http) => SignInRequest.Read(null, http.Request.Query) is { } request ? Page(http, request, 200) : Unsound();

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (SignInRequest.Read(form, http.Request.Query) is not { } request) return Unsound();
        var (agency, roles, subject) = (form["agency"].ToString(), form["roles"].OfType<string>().ToList(), form["subject"].ToString());
        if (!Codes.IsName(agency) || roles.Except(Roles.All).Any() || subject.Length > 100) return Page(http, request, 400);
        var code = codes.Code(request, new(agency, roles, subject.Length > 0 ? subject : LocalIssuer.SubjectOf(agency, roles)));
        var answer = QueryString.Create([KeyValuePair.Create<string, string?>("code", code), KeyValuePair.Create<string, string?>("state", request.State), KeyValuePair.Create<string, string?>("iss", issuer.Issuer)]);
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = $"{request.Redirect}{(request.Redirect.Contains('?') ? $"&{answer.Value![1..]}" : answer)}";
        return TypedResults.StatusCode(StatusCodes.Status303SeeOther);
    }

    /// <summary>A code, or a refresh token, for tokens (RFC 6749 4.1.3 and 6).</summary>
    private async Task GiveAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var grant = form["grant_type"].ToString();
        var taken = grant switch
        {
            "authorization_code" => codes.Take(form["code"], isCode: true) is { } c && c.Request.Redirect == form["redirect_uri"] && IsSecretOf(c.Request, form["code_verifier"].ToString()) ? c : null,
            "refresh_token" => codes.Take(form["refresh_token"], isCode: false),
            _ => null,
        };
        http.Response.Headers.CacheControl = "no-store";
        if (taken is not { } good || good.Request.ClientId != form["client_id"])
        {
            await TypedResults.BadRequest(new { error = grant is "authorization_code" or "refresh_token" ? "invalid_grant" : "unsupported_grant_type" }).ExecuteAsync(http);
            return;
        }
        var (request, person) = good;
        await TypedResults.Ok(new
        {
            access_token = issuer.Token(person.Agency, person.Roles, person.Subject, request.ClientId),
            token_type = "Bearer",
            expires_in = (int)LocalIssuer.Lifetime.TotalSeconds,
            refresh_token = codes.RefreshToken(request, person),
            id_token = issuer.IdToken(request.ClientId, person.Subject, request.Nonce),
        }).ExecuteAsync(http);
    }

    private static bool IsSecretOf(SignInRequest request, string verifier) => verifier.Length is >= 43 and <= 128
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))), Encoding.ASCII.GetBytes(request.Challenge));

    private static IResult Unsound() => new Refusal("sign-in-request", "This is no request for a code with PKCE (S256) and a redirect to this machine.", null, 400).Problem();

    private static IResult Page(HttpContext http, SignInRequest request, int status)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'";
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        return TypedResults.Content(LocalSignInPage.Of(request), "text/html; charset=utf-8", Encoding.UTF8, status);
    }
}
