using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.RateLimiting;
using Yarp.ReverseProxy.Model;

namespace Coordination.Gateway;

/// <summary>How much one caller may send: bytes in a call, calls in a second.</summary>
internal static class Limits
{
    /// <summary>The services' own limit; a gRPC stream is limited by message there, not as a whole.</summary>
    internal const long Body = 1024 * 1024;

    /// <summary>What a route's configuration remembers of the contract: the bytes of a body, where they may be more.</summary>
    internal const string Bytes = "body";

    internal const int HeaderBytes = 32 * 1024;

    private const int LongestWait = 10, MostWaiting = 10_000;

    internal static Problem BodyTooLarge { get; } = new(413, "body-too-large", "A body may have at most 1 MiB where the contract does not say more.");

    internal static void AddTo(IServiceCollection services, int rate) => services.AddRateLimiter(o =>
    {
        o.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => IsProbe(http)
            ? RateLimitPartition.GetNoLimiter("probe")
            : IsSentByAnyone(http)
            ? RateLimitPartition.Get($"anyone {Network(http.Connection.RemoteIpAddress)}", _ => new OpenLine(Line(rate)))
            : RateLimitPartition.GetTokenBucketLimiter(Network(http.Connection.RemoteIpAddress), _ => Bucket(rate)));
        o.OnRejected = (rejected, _) => new ValueTask(TooMany(rejected).WriteAsync(rejected.HttpContext));
    });

    internal static Task CheckBodyAsync(HttpContext http, RequestDelegate next)
    {
        if (Problem.IsGrpc(http))
        {
            Allow(http, null);
            return next(http);
        }
        var most = Most(http);
        if (http.Request.ContentLength > most)
        {
            // Who is still sending hears the answer only if the rest is read; Kestrel reads it, up to this.
            Allow(http, 4 * most);
            return BodyTooLarge.WriteAsync(http);
        }
        if (most > Body) Allow(http, most);
        return next(http);
    }

    private static long Most(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.Metadata is { } contract && contract.TryGetValue(Bytes, out var bytes) ? long.Parse(bytes) : Body;

    private static void Allow(HttpContext http, long? bytes)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = bytes;
    }

    private static bool IsProbe(HttpContext http) => http.Request.Path.Value is "/alive" or "/ready";

    /// <summary>What the contract lets anyone send may be a cry for help: beyond the rate it waits in line, and nobody is refused.</summary>
    private static bool IsSentByAnyone(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.GetEndpoint()?.Metadata.GetMetadata<RouteModel>() is { } route && TokenGate.IsOpen(http, route);

    /// <summary>Whoever has one IPv6 address has the 2^64 of its network: they count as one.</summary>
    internal static string Network(IPAddress? address)
    {
        var from = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address ?? IPAddress.None;
        return from.AddressFamily == AddressFamily.InterNetworkV6 ? Convert.ToHexString(from.GetAddressBytes(), 0, 8) : $"{from}";
    }

    /// <summary>Nobody waits longer than that at the rate; who would goes on at once.</summary>
    internal static TokenBucketRateLimiterOptions Line(int rate)
    {
        var line = Bucket(rate);
        (line.QueueLimit, line.QueueProcessingOrder, line.AutoReplenishment) = ((int)Math.Min(rate * (long)LongestWait, MostWaiting), QueueProcessingOrder.OldestFirst, false);
        return line;
    }

    /// <summary>Twice the rate at once, then the rate.</summary>
    private static TokenBucketRateLimiterOptions Bucket(int rate) => new()
    {
        TokenLimit = rate * 2,
        TokensPerPeriod = Math.Max(1, rate / 10),
        ReplenishmentPeriod = TimeSpan.FromSeconds(rate >= 10 ? 0.1 : 1.0 / rate),
    };

    private static Problem TooMany(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.Zero;
        return new(429, "too-many-calls", "This address calls faster than it may; slow down.", Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)));
    }
}
