using Coordination.Contracts.Tokens;
using Yarp.ReverseProxy.Model;

namespace Coordination.Gateway;

/// <summary>
/// The first check of a caller's token: a wrong one reaches no service, and none at all only what the contract leaves open to anyone. Whether the caller may do
/// what it asks, and whether its token is good, each service decides for itself.
/// </summary>
internal sealed partial class TokenGate(RequestDelegate next, TokenCheck check, ILogger<TokenGate> log)
{
    private const string OpenMethods = "open";
    private static readonly Problem Required = new(401, "token-required", "A valid bearer token of this region is required.", Pointer: "@Authorization");
    private static readonly Problem Away = new(503, "issuer-unavailable", "The issuer of this token does not answer, so it cannot be checked now; try again.", 1);

    /// <summary>What a route's configuration remembers of the contract: the methods that anyone may call.</summary>
    internal static Dictionary<string, string> Open(IReadOnlyList<string> methods) => new() { [OpenMethods] = string.Join(',', methods) };

    public async Task InvokeAsync(HttpContext http)
    {
        // The gateway's own pages are for anyone; what is not offered is refused further in.
        if (http.GetEndpoint()?.Metadata.GetMetadata<RouteModel>() is not { } route || await RefusalAsync(http, route) is not { } refusal) await next(http);
        else await refusal.WriteAsync(http);
    }

    private async Task<Problem?> RefusalAsync(HttpContext http, RouteModel route)
    {
        try
        {
            var verdict = await check.CheckAsync(http.Request.Headers.Authorization, ClientCertificates.ThumbprintOf(http), http.RequestAborted);
            if (verdict.Fault is { } fault) Refused(log, http.Request.Method, route.Config.Match.Path ?? "?", fault);
            return verdict.Fault is null && (verdict.Holder is not null || IsOpen(http, route)) ? null
                : Required with { Challenge = verdict.Fault is null ? "Bearer" : "Bearer error=\"invalid_token\"" };
        }
        catch (IssuerUnavailableException e)
        {
            NotNow(log, e.Message);
            return Away;
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            return Away; // The caller left, or its patience is over.
        }
    }

    /// <summary>A call that the contract leaves open to anyone.</summary>
    internal static bool IsOpen(HttpContext http, RouteModel route) =>
        route.Config.Metadata is { } contract && contract.TryGetValue(OpenMethods, out var open) && open.Split(',').Contains(http.Request.Method, StringComparer.Ordinal);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A token was refused: {Method} {Route}: {Reason}")]
    private static partial void Refused(ILogger log, string method, string route, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A caller was asked to come again: {Reason}")]
    private static partial void NotNow(ILogger log, string reason);
}
