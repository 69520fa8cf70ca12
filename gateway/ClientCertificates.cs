using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Coordination.Contracts.Tokens;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Yarp.ReverseProxy.Transforms;

namespace Coordination.Gateway;

/// <summary>
/// Mutual TLS as an option for agencies' systems (RFC 8705): a caller may show a certificate of the authorities in <c>COORDINATION_CLIENT_CA</c>; one of others is
/// refused with its connection. Services learn the thumbprint by a header that only the gateway sets.
/// </summary>
internal static class ClientCertificates
{
    private static readonly Oid ForClients = new("1.3.6.1.5.5.7.3.2");

    /// <exception cref="InvalidDataException">The file holds no certificate.</exception>
    internal static void Ask(HttpsConnectionAdapterOptions https, string file)
    {
        var authorities = Read(file);
        https.ClientCertificateMode = ClientCertificateMode.AllowCertificate;
        https.ClientCertificateValidation = (certificate, sent, _) => IsOf(certificate, authorities, sent);
    }

    /// <summary>The thumbprint of the certificate that the caller's connection showed; null where it showed none.</summary>
    internal static string? ThumbprintOf(HttpContext http) =>
        http.Connection.ClientCertificate is { } certificate ? Base64Url.EncodeToString(SHA256.HashData(certificate.RawData)) : null;

    /// <summary>What a caller sends under the header's name goes nowhere.</summary>
    internal static ValueTask HandOnAsync(RequestTransformContext context)
    {
        context.ProxyRequest.Headers.Remove(BoundCertificate.Header);
        if (ThumbprintOf(context.HttpContext) is { } thumbprint) context.ProxyRequest.Headers.Add(BoundCertificate.Header, thumbprint);
        return ValueTask.CompletedTask;
    }

    private static X509Certificate2Collection Read(string file)
    {
        var authorities = new X509Certificate2Collection();
        try
        {
            authorities.ImportFromPemFile(file);
        }
        catch (Exception e) when (e is IOException or CryptographicException)
        {
            throw new InvalidDataException($"COORDINATION_CLIENT_CA: {e.Message}", e);
        }
        return authorities.Count > 0 ? authorities : throw new InvalidDataException($"COORDINATION_CLIENT_CA: {file} holds no certificate.");
    }

    /// <summary>Whether one was taken back is not asked of its authority: it is ended by its thumbprint, in the region.</summary>
    private static bool IsOf(X509Certificate2 certificate, X509Certificate2Collection authorities, X509Chain? sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        if (sent is not null) chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(ForClients);
        return chain.Build(certificate);
    }
}
