using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Coordination.Platform;

namespace Coordination.Tests.Unit.Platform;

public sealed class SigningKeyTests : IDisposable
{
    private static readonly DateTimeOffset T0 = new(2026, 11, 29, 8, 0, 0, TimeSpan.Zero);
    private static readonly ServiceInstance Instance = new("public-information", null, "test");
    private readonly string folder = Directory.CreateTempSubdirectory("keys").FullName;
    private readonly At time = new(T0);

    [Fact]
    public void Of_the_keys_that_hold_the_one_that_began_last_signs_and_the_next_waits_for_its_day()
    {
        Pem("a", -300, 60);
        Pem("b", -10, 355);
        Pem("c", 20, 385);
        using var keys = SigningKeyFiles.Read(folder, time);
        Assert.Equal(3, keys.Certificates.Count);
        Assert.Equal("CN=b", keys.Current.Subject);
        time.Now = T0.AddDays(21);
        Assert.Equal("CN=c", keys.Current.Subject);
    }

    [Fact]
    public void Where_none_holds_any_more_the_one_that_ended_last_signs()
    {
        Pem("a", -300, -20);
        Pem("b", -200, -30);
        using var keys = SigningKeyFiles.Read(folder, time);
        Assert.Equal("CN=a", keys.Current.Subject);
    }

    [Fact]
    public void A_key_comes_as_one_file_as_two_or_as_PKCS_12()
    {
        Pem("a", -3, 60);
        using var made = Make("b", -2, 60);
        var (key, certificate) = made;
        File.WriteAllText(In("b.crt"), certificate.ExportCertificatePem());
        File.WriteAllText(In("b.key"), key.ExportPkcs8PrivateKeyPem());
        using var packed = Make("c", -1, 60);
        File.WriteAllBytes(In("c.p12"), packed.Certificate.Export(X509ContentType.Pkcs12, "word"));
        File.WriteAllText(In("c.password"), "word\n");
        using var keys = SigningKeyFiles.Read(folder, time);
        Assert.Equal(["CN=a", "CN=b", "CN=c"], keys.Certificates.Select(c => c.Subject));
        Assert.All(keys.Certificates, c => Assert.True(c.HasPrivateKey));
    }

    [Fact]
    public void What_comes_beside_a_key_is_none_and_one_key_in_two_files_is_one()
    {
        using var made = Make("a", -2, 60);
        using var authority = Make("authority", -20, 600);
        File.WriteAllText(In("tls.crt"), made.Certificate.ExportCertificatePem());
        File.WriteAllText(In("tls.key"), made.Key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(In("tls-combined.pem"), $"{made.Certificate.ExportCertificatePem()}\n{made.Key.ExportPkcs8PrivateKeyPem()}\n");
        File.WriteAllText(In("ca.crt"), authority.Certificate.ExportCertificatePem());
        File.WriteAllBytes(In("truststore.p12"), new X509Certificate2Collection(X509CertificateLoader.LoadCertificate(authority.Certificate.RawData)).Export(X509ContentType.Pkcs12)!);
        using var keys = SigningKeyFiles.Read(folder, time);
        Assert.Equal("CN=a", Assert.Single(keys.Certificates).Subject);
    }

    [Fact]
    public void What_cannot_sign_is_named_at_the_start()
    {
        Assert.Contains("no key that has begun", Refused(), StringComparison.Ordinal);
        Pem("c", 20, 385);
        Assert.Contains("no key that has begun", Refused(), StringComparison.Ordinal);
        Pem("short", -3, 60, 1024);
        Assert.Contains("short.pem must hold an RSA key of at least 2048 bits", Refused(), StringComparison.Ordinal);
        File.WriteAllText(In("short.pem"), "nothing");
        Assert.Contains("short.pem is no certificate", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_that_others_reach_does_not_start_without_a_key_and_one_on_loopback_keeps_its_own()
    {
        RegionOptions open = new("test", folder, "cn-default", "https://issuer.invalid", "http://0.0.0.0:80"), own = open with { Urls = "http://127.0.0.1:0" };
        Assert.Contains("COORDINATION_SIGNING_KEYS", Assert.Throws<StartFailedException>(() => SigningKeys.Open(open, folder, Instance, time)).Message, StringComparison.Ordinal);
        using (var made = SigningKeys.Open(own, folder, Instance, time))
        using (var again = SigningKeys.Open(own, folder, Instance, time)) Assert.Equal(made.Current.Thumbprint, again.Current.Thumbprint);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Assert.Single(Directory.GetFiles(folder))));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string In(string name) => Path.Combine(folder, name);

    private string Refused() => Assert.Throws<StartFailedException>(() => SigningKeyFiles.Read(folder, time)).Message;

    private void Pem(string name, int from, int to, int bits = 2048)
    {
        using var made = Make(name, from, to, bits);
        File.WriteAllText(In($"{name}.pem"), $"{made.Certificate.ExportCertificatePem()}\n{made.Key.ExportPkcs8PrivateKeyPem()}\n");
    }

    private static Made Make(string name, int from, int to, int bits = 2048)
    {
        var key = RSA.Create(bits);
        return new(key, new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(T0.AddDays(from), T0.AddDays(to)));
    }

    private sealed record Made(RSA Key, X509Certificate2 Certificate) : IDisposable
    {
        public void Dispose()
        {
            Key.Dispose();
            Certificate.Dispose();
        }
    }

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        internal DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
