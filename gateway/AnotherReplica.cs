using Yarp.ReverseProxy.Forwarder;

namespace Coordination.Gateway;

/// <summary>
/// A call whose replica died goes to another one: when it reached nobody, or when its <c>Idempotency-Key</c> (or being a GET) keeps it from
/// having an effect twice.
/// </summary>
internal static class AnotherReplica
{
    internal static async Task TryAsync(HttpContext http, Func<Task> next)
    {
        var proxied = http.GetReverseProxyFeature();
        if (proxied.AvailableDestinations.Count < 2 || Problem.IsGrpc(http))
        {
            await next();
            return;
        }
        var others = proxied.AvailableDestinations.ToList();
        var repeatable = IsRepeatable(http.Request);
        if (repeatable) http.Request.EnableBuffering((int)Limits.Body);
        await next();
        while (Failed(http) && (repeatable || ReachedNobody(http)))
        {
            others.RemoveAll(d => d == proxied.ProxiedDestination);
            if (others.Count == 0) return;
            proxied.AvailableDestinations = others;
            http.Features.Set<IForwarderErrorFeature>(null);
            http.Response.Clear();
            if (repeatable) http.Request.Body.Position = 0;
            await next();
        }
    }

    private static bool IsRepeatable(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || request.Headers.ContainsKey("Idempotency-Key");

    private static bool Failed(HttpContext http) =>
        !http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested && http.Features.Get<IForwarderErrorFeature>()?.Error is ForwarderError.Request;

    private static bool ReachedNobody(HttpContext http) => Causes.Of(http.Features.Get<IForwarderErrorFeature>()?.Exception)
        .Any(e => e is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError });
}
