using System.Security.Cryptography;
using System.Text;

namespace Coordination.Platform;

/// <summary>Seals contact data and other personal text in the one service that needs it (design section 2): AES-256-GCM, a key for each instance.</summary>
public interface ISecretBox
{
    /// <summary>Seals a text. Sealing it twice gives different bytes.</summary>
    byte[] Seal(string text);

    /// <summary>Opens what <see cref="Seal(string)"/> gave.</summary>
    /// <exception cref="CryptographicException">The bytes were changed, or sealed with another key.</exception>
    string Open(byte[] sealedText);

    /// <summary>A mark of 32 bytes by which equal bytes are known again, and which without the key tells nothing of them (HMAC-SHA-256).</summary>
    byte[] Mark(byte[] data);
}

internal sealed class SecretBox(byte[] key) : ISecretBox
{
    private readonly byte[] marks = HKDF.Expand(HashAlgorithmName.SHA256, key, 32, "mark"u8.ToArray());

    public byte[] Seal(string text)
    {
        using var aes = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
        var plain = Encoding.UTF8.GetBytes(text);
        var result = new byte[12 + 16 + plain.Length];
        RandomNumberGenerator.Fill(result.AsSpan(0, 12));
        aes.Encrypt(result.AsSpan(0, 12), plain, result.AsSpan(28), result.AsSpan(12, 16));
        return result;
    }

    public string Open(byte[] sealedText)
    {
        if (sealedText.Length < 28) throw new CryptographicException("Too short to be sealed text.");
        using var aes = new AesGcm(key, AesGcm.TagByteSizes.MaxSize);
        var plain = new byte[sealedText.Length - 28];
        aes.Decrypt(sealedText.AsSpan(0, 12), sealedText.AsSpan(28), sealedText.AsSpan(12, 16), plain);
        return Encoding.UTF8.GetString(plain);
    }

    public byte[] Mark(byte[] data) => HMACSHA256.HashData(marks, data);

    /// <summary>A key that was provisioned.</summary>
    /// <exception cref="StartFailedException">There is none, or it is no key.</exception>
    internal static byte[] KeyAt(string file)
    {
        try
        {
            return File.ReadAllBytes(file) is { Length: 32 } key ? key : throw new StartFailedException($"COORDINATION_KEY_FILE: {file} does not hold 32 bytes.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartFailedException($"COORDINATION_KEY_FILE: {file} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>The instance's key, made at first use and readable by the owner only.</summary>
    internal static byte[] KeyIn(string folder, string instance)
    {
        var path = Path.Combine(folder, $"{instance}.key");
        if (File.Exists(path)) return File.ReadAllBytes(path);
        var key = RandomNumberGenerator.GetBytes(32);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        stream.Write(key);
        stream.Flush(flushToDisk: true);
        return key;
    }
}
