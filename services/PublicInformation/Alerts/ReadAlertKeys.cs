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
