using System.Security.Cryptography.X509Certificates;

namespace Coordination.PublicInformation.Alerts;

/// <summary>A key that alerts of this region are signed with.</summary>
/// <param name="Id">Of the certificate.</param>
/// <param name="KeySha256">Digest of the key (SubjectPublicKeyInfo), hexadecimal: what others write into their list of trusted keys.</param>
/// <param name="Subject">Whose it is.</param>
/// <param name="NotBefore">When it begins to sign.</param>
/// <param name="NotAfter">When it ends.</param>
/// <param name="SignsNow">True for the one that signs now.</param>
/// <param name="Certificate">X.509, PEM.</param>
public sealed record AlertKey(Guid Id, string KeySha256, string Subject, DateTimeOffset NotBefore, DateTimeOffset NotAfter, bool SignsNow, string Certificate)
{
    internal static AlertKey Of(byte[] der)
    {
        using var certificate = X509CertificateLoader.LoadCertificate(der);
        return new(AlertCertificate.IdOf(certificate), SignedAlert.KeyOf(certificate), certificate.Subject, Utc(certificate.NotBefore), Utc(certificate.NotAfter), false, certificate.ExportCertificatePem());
    }

    private static DateTimeOffset Utc(DateTime at) => new(at.ToUniversalTime(), TimeSpan.Zero);
}
