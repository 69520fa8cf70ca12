using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;

namespace Coordination.Platform;

/// <summary>Whose tokens a process takes: an OpenID provider's by discovery, or the local issuer's in development.</summary>
internal sealed class TokenTrust(RegionOptions options, LocalIssuer? local)
{
    internal void AddTo(IServiceCollection services) => services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(o =>
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
    });
}
