using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Coordination.PublicInformation.Alerts;

/// <summary>A certificate that alerts were or will be signed with. It stays when its key is gone, so that old alerts can be checked.</summary>
internal sealed class AlertCertificate
{
    private AlertCertificate() { }

    /// <summary>Made of the certificate: replicas that keep the same one keep it once.</summary>
    public Guid Id { get; private set; }
    /// <summary>Digest of its key (SubjectPublicKeyInfo), in hexadecimal digits.</summary>
    public string KeySha256 { get; private set; } = "";
    /// <summary>DER, without the private key.</summary>
    public byte[] Certificate { get; private set; } = [];

    internal static AlertCertificate Of(X509Certificate2 certificate) => new() { Id = IdOf(certificate), KeySha256 = SignedAlert.KeyOf(certificate), Certificate = certificate.RawData };

    internal static Guid IdOf(X509Certificate2 certificate) => new(SHA256.HashData(certificate.RawData).AsSpan(0, 16));
}
