using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Xml;

namespace Coordination.PublicInformation.Cap;

/// <summary>
/// Looks at each signature of an alert alone, with those beside it removed, as their signers did. What is signed must be the alert that is read: one reference, to the alert itself, with
/// nothing done to it but leaving out the signature and canonical form. Nothing is fetched, and the key that a signature brings is trusted by no one.
/// </summary>
internal static class CapSignatures
{
    internal const int Most = 8;
    private const string Dsig = SignedXml.XmlDsigNamespaceUrl;
    private static readonly string[] Transforms =
    [
        SignedXml.XmlDsigEnvelopedSignatureTransformUrl, SignedXml.XmlDsigC14NTransformUrl, SignedXml.XmlDsigC14NWithCommentsTransformUrl,
        SignedXml.XmlDsigExcC14NTransformUrl, SignedXml.XmlDsigExcC14NWithCommentsTransformUrl,
    ];

    /// <param name="alert">The alert, as the root of a document of its own or within another.</param>
    /// <param name="now">When one looks.</param>
    /// <param name="trusted">Digests of the keys that the package names for its sender.</param>
    internal static IReadOnlyList<CapSignature> Of(XmlElement alert, DateTimeOffset now, IReadOnlyCollection<string> trusted)
    {
        var count = Own(alert).Count;
        if (count == 0) return [new([CapSignatureFact.Missing])];
        var judged = Enumerable.Range(0, Math.Min(count, Most)).Select(n => Judge(Alone(alert, n), now, trusted));
        return count <= Most ? [.. judged] : [.. judged, new([CapSignatureFact.NotChecked])];
    }

    private static List<XmlElement> Own(XmlElement alert) => [.. alert.ChildNodes.OfType<XmlElement>().Where(e => e.LocalName == "Signature" && e.NamespaceURI == Dsig)];

    /// <summary>The alert as a document of its own, with one of its signatures.</summary>
    private static XmlElement Alone(XmlElement alert, int which)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        var root = (XmlElement)document.AppendChild(document.ImportNode(alert, deep: true))!;
        var signatures = Own(root);
        for (var n = 0; n < signatures.Count; n++)
            if (n != which) root.RemoveChild(signatures[n]);
        return signatures[which];
    }

    private static CapSignature Judge(XmlElement signature, DateTimeOffset now, IReadOnlyCollection<string> trusted)
    {
        try
        {
            var signed = new SignedXml(signature.OwnerDocument);
            signed.LoadXml(signature);
            if (!IsOverAlert(signed, signature.OwnerDocument)) return new([CapSignatureFact.Malformed]);
            using var certificate = Certificate(signed);
            using var key = certificate?.GetRSAPublicKey() ?? signed.KeyInfo.OfType<RSAKeyValue>().FirstOrDefault()?.Key;
            if (key is null || key.KeySize > 8192 || key.ExportParameters(false).Exponent!.Length > 4) return new([CapSignatureFact.Malformed]);
            var (facts, digest) = (new List<CapSignatureFact>(), Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo())));
            facts.Add(signed.CheckSignature(key) ? CapSignatureFact.Valid : CapSignatureFact.Invalid);
            if (!trusted.Contains(digest, StringComparer.OrdinalIgnoreCase)) facts.Add(CapSignatureFact.UntrustedKey);
            if (key.KeySize < 2048 || IsOld(signed)) facts.Add(CapSignatureFact.WeakAlgorithm);
            if (certificate is not null && (now.UtcDateTime < certificate.NotBefore.ToUniversalTime() || now.UtcDateTime > certificate.NotAfter.ToUniversalTime())) facts.Add(CapSignatureFact.ExpiredCertificate);
            return new(facts, digest);
        }
        catch (Exception e) when (e is CryptographicException or XmlException or ArgumentException or FormatException or InvalidOperationException or NullReferenceException or InvalidCastException or NotSupportedException or OverflowException)
        {
            // What the framework cannot read it leaves by one of these.
            return new([CapSignatureFact.Malformed]);
        }
    }

    /// <summary>An id that two elements bear could mean another part than the one that is read.</summary>
    private static bool IsOverAlert(SignedXml signed, XmlDocument document)
    {
        if (signed.SignedInfo!.References is not [Reference reference] || signed.Signature.ObjectList.Count > 0) return false;
        if (!Transforms.Skip(1).Contains(signed.SignedInfo.CanonicalizationMethod) || reference.TransformChain.Count > 4) return false;
        for (var n = 0; n < reference.TransformChain.Count; n++)
            if (!Transforms.Contains(reference.TransformChain[n].Algorithm)) return false;
        if (reference.Uri is null or "") return reference.Uri is not null;
        return reference.Uri[0] == '#' && Ids(document.DocumentElement!).SequenceEqual([reference.Uri[1..]])
            && document.DocumentElement!.SelectNodes("//*[@Id or @ID or @id]")!.OfType<XmlElement>().Count(e => Ids(e).Contains(reference.Uri[1..])) == 1;
    }

    private static IEnumerable<string> Ids(XmlElement element) => ((string[])["Id", "ID", "id"]).Select(element.GetAttribute).Where(v => v.Length > 0);

    private static X509Certificate2? Certificate(SignedXml signed) =>
        signed.KeyInfo.OfType<KeyInfoX509Data>().SelectMany(d => d.Certificates?.OfType<X509Certificate2>() ?? []).FirstOrDefault();

    private static bool IsOld(SignedXml signed) => signed.SignatureMethod!.EndsWith("sha1", StringComparison.Ordinal) || signed.SignatureMethod.Contains("md5", StringComparison.Ordinal)
        || signed.SignedInfo!.References.OfType<Reference>().Any(r => r.DigestMethod!.EndsWith("sha1", StringComparison.Ordinal) || r.DigestMethod.Contains("md5", StringComparison.Ordinal));
}
