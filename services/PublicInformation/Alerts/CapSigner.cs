using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

namespace Coordination.PublicInformation.Alerts;

/// <summary>
/// Signs an alert as CAP 1.2 says (OASIS, section 3.3.4.1): enveloped, over the whole alert, RSA with SHA-256, with the certificate beside it. The canonical form is the exclusive one: so the
/// alert may be put into a feed as it is, and the signature still holds.
/// </summary>
internal static class CapSigner
{
    /// <summary>The bytes that are told from then on: any other form of the same alert would break the signature.</summary>
    internal static byte[] Sign(string alert, X509Certificate2 certificate)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(alert);
        using var key = certificate.GetRSAPrivateKey();
        var signed = new SignedXml(document) { SigningKey = key, KeyInfo = new KeyInfo() };
        signed.SignedInfo!.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signed.SignedInfo.SignatureMethod = SignedXml.XmlDsigRSASHA256Url;
        var reference = new Reference("") { DigestMethod = SignedXml.XmlDsigSHA256Url };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(new XmlDsigExcC14NTransform());
        signed.AddReference(reference);
        signed.KeyInfo.AddClause(new KeyInfoX509Data(certificate));
        signed.ComputeSignature();
        document.DocumentElement!.AppendChild(document.ImportNode(signed.GetXml(), deep: true));
        return Encoding.UTF8.GetBytes(document.OuterXml);
    }
}
