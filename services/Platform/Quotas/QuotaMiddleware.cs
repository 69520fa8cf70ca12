using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Coordination.Platform;

/// <summary>Holds each agency to its quota and the process to its capacity, and tells the caller what it has left (draft-ietf-httpapi-ratelimit-headers).</summary>
internal sealed class QuotaMiddleware(RequestDelegate next, AgencyQuotas quotas, Capacity capacity, QuotaOptions options)
{
    private readonly string policy = string.Create(CultureInfo.InvariantCulture, $"\"agency\";q={options.Calls};w={QuotaOptions.WindowSeconds}");

    public async Task InvokeAsync(HttpContext http)
    {
        var (lane, agency) = (LaneOf(http), Caller.From(http.User).Agency);
        using var place = agency.Length > 0 && lane != CallLane.LifeSafety ? Take(http, quotas.Of(agency), out var refusal) : Free(out refusal);
        if (refusal is not null)
        {
            await Problems.WriteAsync(http, refusal);
            return;
        }
        if (!capacity.TryEnter(lane))
        {
            http.Response.Headers.RetryAfter = "1";
            await Problems.WriteAsync(http, new Refusal("overloaded", "More calls are running than this process can serve; those that can wait are asked to come again.", null, 503));
            return;
        }
        if (IsStream(http))
        {
            capacity.Leave();
            place?.Dispose();
            await next(http);
            return;
        }
        try
        {
            await next(http);
        }
        finally
        {
            capacity.Leave();
        }
    }

    private IDisposable? Take(HttpContext http, AgencyQuotas.Share share, out Refusal? refusal)
    {
        var place = share.Take(out var retryAfter);
        refusal = place is null ? new Refusal("quota-exceeded", "The agency has used its quota of calls; life-safety calls are taken all the same.", null, 429) : null;
        if (place is null) http.Response.Headers.RetryAfter = retryAfter.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["RateLimit-Policy"] = policy;
        http.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"agency\";r={share.Left};t={share.Seconds}");
        return place;
    }

    private static IDisposable? Free(out Refusal? refusal)
    {
        refusal = null;
        return null;
    }

    private static CallLane LaneOf(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<LifeSafetyRoute>() is not null) return CallLane.LifeSafety;
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)) return CallLane.Write;
        return http.User.Identity?.IsAuthenticated == true ? CallLane.Read : CallLane.PublicRead;
    }

    private static bool IsStream(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<StreamRoute>() is not null && http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);
}
