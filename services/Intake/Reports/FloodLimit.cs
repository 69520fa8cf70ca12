using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;

namespace Coordination.Intake.Reports;

/// <summary>
/// How many public reports came from one address within the hour; what is beyond is taken and set aside. Addresses are never kept: the buckets are keyed by a hash under a
/// random key that lives in memory and is thrown away, with all buckets, every hour.
/// </summary>
internal sealed class FloodLimit(TimeProvider time)
{
    private const int MostBuckets = 100_000;
    private Hour hour = new(0);

    /// <summary>False when the address has used up its hour: what comes from it goes to the slow lane.</summary>
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
            var from = address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address ?? IPAddress.None;
            // Whoever has one IPv6 address has the 2^64 of its network.
            var bytes = from.GetAddressBytes();
            var hash = HMACSHA256.HashData(key, bytes.AsSpan(0, bytes.Length == 16 ? 8 : bytes.Length));
            // Under an attack from many addresses they share buckets, so that memory stays bounded.
            var bucket = BitConverter.ToInt64(hash) % MostBuckets;
            return buckets.AddOrUpdate(bucket, 1, (_, count) => count < int.MaxValue ? count + 1 : count);
        }
    }
}
