using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Platform;

/// <summary>Whose tokens a process takes: an OpenID provider's by discovery, or the local issuer's in development.</summary>
internal sealed class TokenTrust(RegionOptions options, LocalIssuer? local)
{
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
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256],
            ClockSkew = TimeSpan.FromSeconds(30),
            NameClaimType = "sub",
            RoleClaimType = "roles",
            RequireSignedTokens = true,
            RequireExpirationTime = true,
        };
        if (local is null)
        {
            o.Authority = options.Authority;
            o.RequireHttpsMetadata = options.Authority!.StartsWith("https:", StringComparison.Ordinal);
        }
        else
        {
            o.TokenValidationParameters.ValidIssuer = LocalIssuer.Name;
            o.TokenValidationParameters.IssuerSigningKey = local.Key;
        }
        o.Events = new JwtBearerEvents
        {
            OnTokenValidated = context =>
            {
                var caller = Caller.From(context.Principal!);
                if (caller.Subject.Length is 0 or > 100 || !Codes.IsName(caller.Agency)) context.Fail("The token names no subject or no agency.");
                else if (caller.Region != options.Region) context.Fail("The token is for another region.");
                return Task.CompletedTask;
            },
        };
    }
}
