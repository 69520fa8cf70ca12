using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

namespace Coordination.Tests.Conformance;

/// <summary>Signs an alert as its sender would: enveloped, RSA, SHA-256, with its certificate.</summary>
internal static class CapSignedAlert
{
    internal static readonly RSA Key = RSA.Create(2048);

    internal static string Digest => Convert.ToHexStringLower(SHA256.HashData(Key.ExportSubjectPublicKeyInfo()));

    internal static byte[] Make(string alert, string uri = "", DateTimeOffset? until = null, string? id = null, string? transform = null)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(alert);
        if (id is not null) document.DocumentElement!.SetAttribute("Id", id);
        var signed = new SignedXml(document) { SigningKey = Key };
        var reference = new Reference(uri);
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        if (transform is not null) reference.AddTransform(new XmlDsigXPathTransform());
        signed.AddReference(reference);
        signed.KeyInfo = new KeyInfo();
        using var certificate = new CertificateRequest("CN=met", Key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(50), until ?? DateTimeOffset.UnixEpoch.AddYears(100));
        signed.KeyInfo.AddClause(new KeyInfoX509Data(certificate));
        signed.ComputeSignature();
        document.DocumentElement!.AppendChild(document.ImportNode(signed.GetXml(), deep: true));
        return Encoding.UTF8.GetBytes(document.OuterXml);
    }
}
