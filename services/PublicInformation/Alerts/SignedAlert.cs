using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Coordination.PublicInformation.Alerts;

/// <summary>The document of an issued alert, signed once: whatever key signs today, its bytes stay as they were.</summary>
internal sealed class SignedAlert
{
    private SignedAlert() { }

    /// <summary>The alert's own id.</summary>
    public Guid Id { get; private set; }
    public Guid? ExerciseId { get; private set; }
    /// <summary>Digest of the document, in hexadecimal digits.</summary>
    public string Sha256 { get; private set; } = "";
    /// <summary>Digest of the key that signed it (SubjectPublicKeyInfo), in hexadecimal digits.</summary>
    public string KeySha256 { get; private set; } = "";
    /// <summary>CAP 1.2, UTF-8.</summary>
    public byte[] Document { get; private set; } = [];

    internal static SignedAlert Of(Alert alert, AlertSettings settings, X509Certificate2 certificate)
    {
        var document = CapSigner.Sign(CapDocument.Write(alert, settings), certificate);
        return new() { Id = alert.Id, ExerciseId = alert.ExerciseId, Sha256 = Digest(document), KeySha256 = KeyOf(certificate), Document = document };
    }

    internal static string KeyOf(X509Certificate2 certificate) => Digest(certificate.PublicKey.ExportSubjectPublicKeyInfo());

    private static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
