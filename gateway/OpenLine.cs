using System.Threading.RateLimiting;

namespace Coordination.Gateway;

/// <summary>
/// A line that nobody is turned away from: who finds it full goes on at once. So a network's line holds no more memory than its limit, waiting has an end,
/// and a cry for help is never refused; what to do with too many is decided by the service, which can set them aside.
/// </summary>
internal sealed class OpenLine(TokenBucketRateLimiterOptions options) : ReplenishingRateLimiter
{
    private static readonly RateLimitLease Through = new Passed();
    private readonly TokenBucketRateLimiter line = new(options);

    public override TimeSpan? IdleDuration => line.IdleDuration;

    public override TimeSpan ReplenishmentPeriod => line.ReplenishmentPeriod;

    public override bool IsAutoReplenishing => line.IsAutoReplenishing;

    public override bool TryReplenish() => line.TryReplenish();

    public override RateLimiterStatistics? GetStatistics() => line.GetStatistics();

    protected override RateLimitLease AttemptAcquireCore(int permitCount) => line.AttemptAcquire(permitCount);

    protected override async ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
        await line.AcquireAsync(permitCount, cancellationToken) is { IsAcquired: true } lease ? lease : Through;

    protected override async ValueTask DisposeAsyncCore()
    {
        await line.DisposeAsync();
        await base.DisposeAsyncCore();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) line.Dispose();
        base.Dispose(disposing);
    }

    private sealed class Passed : RateLimitLease
    {
        public override bool IsAcquired => true;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
