using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Coordination.Platform;

/// <summary>
/// A folder of keys to sign with: <c>name.pem</c> (certificate and key), <c>name.crt</c> beside <c>name.key</c>, as Kubernetes gives them, or PKCS #12 (<c>name.p12</c> or <c>.pfx</c>, its
/// password in <c>name.password</c>).
/// </summary>
internal static class SigningKeyFiles
{
    internal const int LeastBits = 2048;

    /// <exception cref="StartFailedException">Says which file is wrong, and how.</exception>
    internal static SigningKeys Read(string folder, TimeProvider time)
    {
        try
        {
            List<X509Certificate2> read = [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal).Select(Load).OfType<X509Certificate2>().DistinctBy(c => c.Thumbprint)];
            if (!read.Exists(c => c.NotBefore.ToUniversalTime() <= time.GetUtcNow().UtcDateTime))
                throw new StartFailedException($"COORDINATION_SIGNING_KEYS: {folder} holds no key that has begun to hold (name.pem, name.crt with name.key, name.p12 or name.pfx).");
            return new(read, time);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StartFailedException($"COORDINATION_SIGNING_KEYS: {folder} cannot be read: {e.Message}", e);
        }
    }

    /// <summary>A key for trying, kept by the instance and readable by the owner only.</summary>
    internal static X509Certificate2 Development(string data, ServiceInstance instance)
    {
        var path = Path.Combine(data, $"{instance.Name}.signing.pem");
        if (!File.Exists(path)) Make(path, instance);
        return X509Certificate2.CreateFromPemFile(path);
    }

    /// <summary>Null where the file is no key, or part of another one's.</summary>
    private static X509Certificate2? Load(string file)
    {
        try
        {
            var certificate = Path.GetExtension(file) switch
            {
                ".pem" => X509Certificate2.CreateFromPemFile(file),
                // The certificate of who signed another one (ca.crt) comes without a key.
                ".crt" when File.Exists(Path.ChangeExtension(file, ".key")) => X509Certificate2.CreateFromPemFile(file, Path.ChangeExtension(file, ".key")),
                ".p12" or ".pfx" => X509CertificateLoader.LoadPkcs12FromFile(file, Password(Path.ChangeExtension(file, ".password")), OperatingSystem.IsMacOS() ? X509KeyStorageFlags.DefaultKeySet : X509KeyStorageFlags.EphemeralKeySet),
                _ => null,
            };
            // Nor does a store of those who are trusted hold one.
            if (certificate is not { HasPrivateKey: true }) return null;
            using var key = certificate.GetRSAPrivateKey();
            return key is { KeySize: >= LeastBits } ? certificate : throw new StartFailedException($"COORDINATION_SIGNING_KEYS: {file} must hold an RSA key of at least {LeastBits} bits.");
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            throw new StartFailedException($"COORDINATION_SIGNING_KEYS: {file} is no certificate with its key: {e.Message}", e);
        }
    }

    private static string? Password(string file) => File.Exists(file) ? File.ReadAllText(file).TrimEnd('\r', '\n') : null;

    private static void Make(string path, ServiceInstance instance)
    {
        using var key = RSA.Create(3072);
        var request = new CertificateRequest($"CN={instance.Name}, OU={instance.Region}, O=development", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(30), DateTimeOffset.UnixEpoch.AddYears(130));
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        // Whole or not at all: a process that is killed meanwhile finds no half key.
        var half = $"{path}.{Guid.NewGuid():N}";
        using (var writer = new StreamWriter(half, options)) writer.Write($"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n");
        File.Move(half, path, overwrite: true);
    }
}
