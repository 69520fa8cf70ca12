using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Coordination.Contracts;

/// <summary>
/// The hash chain over a journal (design section 4). It covers immutable columns only and the data by its own hash,
/// so a copy whose data was redacted still verifies when it carries the hash of what was there.
/// </summary>
public static class JournalHash
{
    /// <summary>The hash before the first row: 32 zero bytes.</summary>
    public static byte[] Origin => new byte[SHA256.HashSizeInBytes];

    /// <summary>SHA-256(previous hash ‖ position, 8 bytes big-endian ‖ previous positions, UTF-8 ‖ header ‖ SHA-256(data)).</summary>
    public static byte[] Of(ReadOnlySpan<byte> previousHash, long position, string previous, ReadOnlySpan<byte> header, ReadOnlySpan<byte> data)
    {
        // One piece of memory and one call: a hash that is fed piece by piece costs more than what it hashes here.
        var length = previousHash.Length + sizeof(long) + Encoding.UTF8.GetByteCount(previous) + header.Length + SHA256.HashSizeInBytes;
        var rented = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var rest = rented.AsSpan(0, length);
            previousHash.CopyTo(rest);
            BinaryPrimitives.WriteInt64BigEndian(rest = rest[previousHash.Length..], position);
            rest = rest[sizeof(long)..];
            rest = rest[Encoding.UTF8.GetBytes(previous, rest)..];
            header.CopyTo(rest);
            SHA256.HashData(data, rest[header.Length..]);
            return SHA256.HashData(rented.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
