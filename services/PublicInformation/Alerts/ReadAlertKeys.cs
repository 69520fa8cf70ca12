using System.Security.Cryptography.X509Certificates;
using Coordination.Platform;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Alerts;

/// <summary>Whoever reads a signed alert finds here whose key it was: those that signed before, the one that signs now, and those whose time is to come.</summary>
internal static class ReadAlertKeys
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/v1/alerts/keys", Handle)
        .WithName("listAlertKeys").WithSummary("Certificates of the keys that sign this region's alerts, the newest first.").AllowAnonymous();

    private static async Task<Ok<AlertKeys>> Handle(PublicInformationDb db, SigningKeys keys, HttpContext http, CancellationToken ct)
    {
        var kept = (await db.AlertCertificates.AsNoTracking().ToListAsync(ct)).ConvertAll(k => k.Certificate);
        kept.AddRange(keys.Certificates.Select(c => c.RawData));
        var current = AlertCertificate.IdOf(keys.Current);
        List<AlertKey> all = [.. kept.Select(AlertKey.Of).DistinctBy(k => k.Id).Select(k => k with { SignsNow = k.Id == current }).OrderByDescending(k => k.NotBefore).ThenBy(k => k.Id)];
        http.Response.Headers.CacheControl = "public, max-age=300";
        return TypedResults.Ok(new AlertKeys(all));
    }
}

/// <summary>Keys that this region's alerts are signed with.</summary>
public sealed record AlertKeys(IReadOnlyList<AlertKey> Items);

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
