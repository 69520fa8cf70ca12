using System.Text.Encodings.Web;
using Coordination.Contracts.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Coordination.Platform;

/// <summary>Who calls, by the bearer token. Each service asks by itself, whatever the gateway found.</summary>
internal sealed class TokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, TokenCheck check, EndedAccess ended)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    internal const string Bearer = "Bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var certificate = CertificateHeader.Of(Context);
        var verdict = await check.CheckAsync(Request.Headers.Authorization, certificate, Context.RequestAborted);
        if (verdict.Fault is { } fault) return AuthenticateResult.Fail(fault);
        if (verdict.Holder is not null && ended.Has(verdict.Holder, certificate)) return AuthenticateResult.Fail("The access was ended by the region's operator.");
        return verdict.Holder is { } holder ? AuthenticateResult.Success(new AuthenticationTicket(holder, Bearer)) : AuthenticateResult.NoResult();
    }
}
