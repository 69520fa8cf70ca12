using Coordination.Contracts.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>Whose tokens a process takes: OpenID providers' by discovery, or the local issuer's in development.</summary>
internal sealed class TokenTrust(RegionOptions options, LocalIssuer? local, TimeProvider time)
{
    private readonly TokenCheck? check = local is not null ? new(options.Region, [new KnownProvider(new TrustedProvider(""), local)], time)
        : options.Trusted.Count > 0 ? TokenCheck.Of(options.Region, options.Trusted, options.IsLoopbackOnly, time) : null;

    internal void AddTo(IServiceCollection services)
    {
        // Not AddAuthentication: it brings data protection, which would write keys into the user's home.
        services.AddAuthenticationCore(o => o.DefaultScheme = TokenScheme.Bearer);
        services.AddWebEncoders();
        services.AddSingleton(check ?? throw new InvalidOperationException("There is neither a provider nor the local issuer."));
        new AuthenticationBuilder(services).AddScheme<AuthenticationSchemeOptions, TokenScheme>(TokenScheme.Bearer, null);
    }
}
