using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Platform;

/// <summary>Whose tokens a process takes: an OpenID provider's by discovery, or the local issuer's in development.</summary>
internal sealed class TokenTrust(RegionOptions options, LocalIssuer? local, TimeProvider time)
{
    private readonly IssuerKeys? provider = local is null && options.Authority is { } authority ? new IssuerKeys(authority, time) : null;

    internal void AddTo(IServiceCollection services)
    {
        // Not AddAuthentication: it brings data protection, which would write keys into the user's home.
        services.AddAuthenticationCore(o => o.DefaultScheme = JwtBearerDefaults.AuthenticationScheme);
        services.AddWebEncoders();
        new AuthenticationBuilder(services).AddScheme<JwtBearerOptions, JwtBearerHandler>(JwtBearerDefaults.AuthenticationScheme, Check);
        services.AddSingleton<IPostConfigureOptions<JwtBearerOptions>, JwtBearerPostConfigureOptions>();
    }

    private void Check(JwtBearerOptions o)
    {
        o.MapInboundClaims = false;
        o.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = RegionOptions.Audience,
            // An ID token says who somebody is, not what he may do here (RFC 9068).
            ValidTypes = ["at+jwt", "application/at+jwt"],
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
            ClockSkew = TimeSpan.FromSeconds(30),
            NameClaimType = "sub",
            RoleClaimType = "roles",
            RequireSignedTokens = true,
            RequireExpirationTime = true,
        };
        if (local is null)
        {
            o.TokenValidationParameters.IssuerValidator = (issuer, _, _) => issuer == provider!.Issuer ? issuer : throw new SecurityTokenInvalidIssuerException("Another issuer's token.");
            o.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, kid, _) => provider!.Find(kid);
        }
        else
        {
            o.TokenValidationParameters.ValidIssuer = LocalIssuer.Name;
            o.TokenValidationParameters.IssuerSigningKey = local.Key;
        }
        o.Events = new JwtBearerEvents
        {
            OnMessageReceived = context =>
            {
                if (TokenShape.Fault(context.Request.Headers.Authorization, time.GetUtcNow()) is { } fault) context.Fail(fault);
                else if (provider is not null) return KnowKeyAsync(context.HttpContext);
                return Task.CompletedTask;
            },
            OnTokenValidated = context =>
            {
                var caller = Caller.From(context.Principal!);
                if (caller.Subject.Length is 0 or > 100 || !Codes.IsName(caller.Agency)) context.Fail("The token names no subject or no agency.");
                else if (caller.Region != options.Region) context.Fail("The token is for another region.");
                return Task.CompletedTask;
            },
        };
    }

    /// <summary>Before the token is checked, its key must be known: asking for it takes time, and checking may not.</summary>
    private Task KnowKeyAsync(HttpContext http)
    {
        if (TokenShape.TokenOf(http.Request.Headers.Authorization) is not { } token) return Task.CompletedTask;
        try
        {
            return provider!.EnsureAsync(new JsonWebToken(token).Kid, http.RequestAborted);
        }
        catch (ArgumentException)
        {
            return Task.CompletedTask; // No token at all: the check itself says so.
        }
    }
}
