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
        var counts = agency.Length > 0 && lane != CallLane.LifeSafety;
        using var place = counts ? Take(http, quotas.Of(agency)) : null;
        if (counts && place is null)
        {
            await Problems.WriteAsync(http, new Refusal("quota-exceeded", "The agency has used its quota of calls; life-safety calls are taken all the same.", null, 429));
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

    /// <summary>Null when the agency has had its share.</summary>
    private IDisposable? Take(HttpContext http, AgencyQuotas.Share share)
    {
        var place = share.Take(out var retryAfter);
        if (place is null) http.Response.Headers.RetryAfter = retryAfter.ToString(CultureInfo.InvariantCulture);
        http.Response.Headers["RateLimit-Policy"] = policy;
        http.Response.Headers["RateLimit"] = string.Create(CultureInfo.InvariantCulture, $"\"agency\";r={share.Left};t={share.Seconds}");
        return place;
    }

    private static CallLane LaneOf(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<LifeSafetyRoute>() is not null) return CallLane.LifeSafety;
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)) return CallLane.Write;
        return http.User.Identity?.IsAuthenticated == true ? CallLane.Read : CallLane.PublicRead;
    }

    private static bool IsStream(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<StreamRoute>() is not null && http.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);
}
