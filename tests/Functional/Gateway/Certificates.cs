using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Coordination.Tests.Functional.Gateway;

/// <summary>An authority made for a test, in a folder of its own.</summary>
internal sealed class Certificates : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("coordination-tls").FullName;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 authority;

    internal Certificates()
    {
        var request = new CertificateRequest("CN=Agencies", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddDays(1));
        Authority = Write("ca.crt", authority.ExportCertificatePem());
        using var server = Issue("localhost", "1.3.6.1.5.5.7.3.1");
        (Server, ServerKey) = (Write("tls.crt", server.ExportCertificatePem()), Write("tls.key", server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()));
    }

    /// <summary>Files, as the gateway is told them.</summary>
    internal string Authority { get; }

    internal string Server { get; }

    internal string ServerKey { get; }

    internal X509Certificate2 Client(string name) => Issue(name, "1.3.6.1.5.5.7.3.2");

    internal static string Thumbprint(X509Certificate2 certificate) => Base64Url.EncodeToString(SHA256.HashData(certificate.RawData));

    /// <summary>A caller that shows this certificate, or none.</summary>
    internal HttpClient Caller(Uri address, X509Certificate2? shown)
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(authority);
        if (shown is not null) handler.SslOptions.LocalCertificateSelectionCallback = (_, _, _, _, _) => shown;
        return new HttpClient(handler) { BaseAddress = address, DefaultRequestVersion = HttpVersion.Version11 };
    }

    public void Dispose()
    {
        authority.Dispose();
        key.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private X509Certificate2 Issue(string name, string purpose)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", own, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(purpose)], false));
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(authority, DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(20), RandomNumberGenerator.GetBytes(8));
        return issued.CopyWithPrivateKey(own);
    }

    private string Write(string name, string pem)
    {
        var file = Path.Combine(folder, name);
        File.WriteAllText(file, pem);
        return file;
    }
}
