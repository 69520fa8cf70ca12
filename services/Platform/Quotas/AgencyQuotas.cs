using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace Coordination.Platform;

/// <summary>Each agency's share of this process. Agencies come from tokens that were checked, so there are no more of them than the provider names.</summary>
internal sealed class AgencyQuotas(QuotaOptions options) : IDisposable
{
    private readonly ConcurrentDictionary<string, Share> shares = new(StringComparer.Ordinal);

    internal Share Of(string agency) => shares.GetOrAdd(agency, _ => new(options));

    public void Dispose()
    {
        foreach (var share in shares.Values) share.Dispose();
    }

    /// <summary>What one agency has left. It comes back steadily, a sixtieth of it each second.</summary>
    internal sealed class Share(QuotaOptions options) : IDisposable
    {
        private readonly TokenBucketRateLimiter calls = new(new()
        {
            TokenLimit = options.Calls,
            TokensPerPeriod = EachTime(options),
            ReplenishmentPeriod = Period(options),
            QueueLimit = 0,
            AutoReplenishment = false,
        });

        private readonly ConcurrencyLimiter atOnce = new(new() { PermitLimit = options.AtOnce, QueueLimit = 0 });

        /// <summary>Seconds until the quota is whole again.</summary>
        internal int Seconds => (int)Math.Ceiling((options.Calls - Left) * (double)QuotaOptions.WindowSeconds / options.Calls);

        internal long Left => calls.GetStatistics()!.CurrentAvailablePermits;

        /// <summary>A place for one call, to be given back when it is answered; null when the agency has had its share.</summary>
        internal RateLimitLease? Take(out int retryAfter)
        {
            retryAfter = 1;
            var place = atOnce.AttemptAcquire();
            if (!place.IsAcquired) return null;
            calls.TryReplenish();
            using var call = calls.AttemptAcquire();
            if (call.IsAcquired) return place;
            if (call.TryGetMetadata(MetadataName.RetryAfter, out var wait)) retryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            place.Dispose();
            return null;
        }

        public void Dispose()
        {
            calls.Dispose();
            atOnce.Dispose();
        }

        private static TimeSpan Period(QuotaOptions options) => TimeSpan.FromSeconds((double)QuotaOptions.WindowSeconds * EachTime(options) / options.Calls);

        private static int EachTime(QuotaOptions options) => Math.Max(1, options.Calls / QuotaOptions.WindowSeconds);
    }
}
