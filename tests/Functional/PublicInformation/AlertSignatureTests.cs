using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using static Coordination.Tests.Functional.PublicInformation.AlertFeed;

namespace Coordination.Tests.Functional.PublicInformation;

/// <summary>An alert as a stranger reads it who has nothing but the region's address and the framework's own XML signatures.</summary>
public abstract class AlertSignatureTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : AlertSignatureTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : AlertSignatureTests(region);

    [Fact]
    public async Task Whoever_reads_an_alert_finds_the_key_that_signed_it_at_the_region()
    {
        var desk = await OpenAsync(region);
        var issued = await desk.IssuedAsync(Desk.Alert());
        using var told = await desk.Public.GetAsync($"/v1/public/alerts/{issued.GetProperty("id").GetGuid()}/cap");
        var document = Encoding.UTF8.GetString(await told.Content.ReadAsByteArrayAsync());
        var keys = (await region.Anonymous().GetJsonAsync("/v1/alerts/keys")).GetProperty("items").EnumerateArray().ToList();
        Assert.Single(keys, k => k.GetProperty("signsNow").GetBoolean());
        var signer = Assert.Single(keys, k => IsSignedBy(document, k.GetProperty("certificate").GetString()!));
        Assert.False(IsSignedBy(document.Replace("440303", "440304", StringComparison.Ordinal), signer.GetProperty("certificate").GetString()!));
        var message = await desk.Public.GetJsonAsync($"/v1/public/alert-messages/{issued.GetProperty("id").GetGuid()}");
        Assert.Equal("Valid", Assert.Single(Assert.Single(message.GetProperty("signatures").EnumerateArray()).GetProperty("facts").EnumerateArray()).GetString());
        Assert.Equal(signer.GetProperty("keySha256").GetString(), message.GetProperty("signatures")[0].GetProperty("keySha256").GetString());
    }

    [Fact]
    public async Task Its_bytes_are_those_that_the_feed_leads_to_and_who_has_them_is_told_so()
    {
        var desk = await OpenAsync(region);
        var path = $"/v1/public/alerts/{(await desk.IssuedAsync(Desk.Alert())).GetProperty("id").GetGuid()}/cap";
        using var first = await desk.Public.GetAsync(path);
        using var again = await desk.Public.GetAsync(path);
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(), await again.Content.ReadAsByteArrayAsync());
        Assert.NotNull(first.Headers.ETag);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Coordination-Exercise", $"{desk.Scene.Exercise}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var known = await desk.Public.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, known.StatusCode);
    }

    internal static bool IsSignedBy(string alert, string pem)
    {
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        document.LoadXml(alert);
        var signed = new SignedXml(document);
        signed.LoadXml((XmlElement)Assert.Single(document.DocumentElement!.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl).Cast<XmlNode>()));
        Assert.Equal(SignedXml.XmlDsigRSASHA256Url, signed.SignatureMethod);
        using var certificate = X509Certificate2.CreateFromPem(pem);
        using var key = certificate.GetRSAPublicKey();
        return signed.CheckSignature(key!);
    }
}
