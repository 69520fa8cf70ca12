using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;

namespace Coordination.Intake.Reports;

/// <summary>
/// How many public reports came from one address within the hour. Addresses are never kept: the buckets are keyed by a hash under a
/// random key that lives in memory and is thrown away, with all buckets, every hour.
/// </summary>
internal sealed class FloodLimit(TimeProvider time)
{
    private const int MostBuckets = 100_000;
    private Hour hour = new(0);

    /// <summary>False when the address has used up its hour.</summary>
    internal bool Admits(IPAddress? address, int perHour)
    {
        var number = time.GetUtcNow().ToUnixTimeSeconds() / 3600;
        var current = hour;
        if (current.Number != number) Interlocked.CompareExchange(ref hour, new Hour(number), current);
        return hour.Count(address) <= perHour;
    }

    private sealed class Hour(long number)
    {
        private readonly byte[] key = RandomNumberGenerator.GetBytes(32);
        private readonly ConcurrentDictionary<long, int> buckets = new();

        internal long Number => number;

        internal int Count(IPAddress? address)
        {
            var hash = HMACSHA256.HashData(key, (address ?? IPAddress.None).MapToIPv6().GetAddressBytes());
            // Under an attack from many addresses they share buckets, so that memory stays bounded.
            var bucket = BitConverter.ToInt64(hash) % MostBuckets;
            return buckets.AddOrUpdate(bucket, 1, (_, count) => count < int.MaxValue ? count + 1 : count);
        }
    }
}
