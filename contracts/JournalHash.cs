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
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(number, position);
        hash.AppendData(previousHash);
        hash.AppendData(number);
        hash.AppendData(Encoding.UTF8.GetBytes(previous));
        hash.AppendData(header);
        hash.AppendData(SHA256.HashData(data));
        return hash.GetHashAndReset();
    }
}
