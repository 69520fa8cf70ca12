using System.Net;
using System.Xml.Linq;
using static Coordination.Tests.Functional.PublicInformation.AlertFeed;

namespace Coordination.Tests.Functional.PublicInformation;

public abstract class ActiveFeedTests(Region region)
{
    public sealed class Embedded(EmbeddedRegion region) : ActiveFeedTests(region), IClassFixture<EmbeddedRegion>;

    [Collection(typeof(DistributedRegion))]
    public sealed class Distributed(DistributedRegion region) : ActiveFeedTests(region);

    [Fact]
    public async Task Feeds_tell_what_is_in_force_and_who_has_it_already_is_told_so()
    {
        var desk = await OpenAsync(region);
        await ImportAsync(desk, await AlertAsync(desk, "a6"));
        foreach (var (path, type) in new (string, string)[] {("", "application/json"), ("/atom", "application/atom+xml"), ("/rss", "application/rss+xml"), ("/geojson", "application/geo+json") })
            await FeedAsync(desk, path, type);
        using var atom = await desk.Public.GetAsync("/v1/alerts/active/atom?language=zh");
        var entry = XDocument.Parse(await atom.Content.ReadAsStringAsync()).Root!.Element(XName.Get("entry", "http://www.w3.org/2005/Atom"))!;
        Assert.Equal("洪水", entry.Element(XName.Get("title", "http://www.w3.org/2005/Atom"))!.Value);
        Assert.Equal("Severe", entry.Element(XName.Get("severity", Cap))!.Value);
        using var archived = await desk.Public.GetAsync(new Uri(entry.Element(XName.Get("link", "http://www.w3.org/2005/Atom"))!.Attribute("href")!.Value).PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, archived.StatusCode);
    }

    private static async Task FeedAsync(Desk desk, string path, string type)
    {
        using var first = await desk.Public.GetAsync($"/v1/alerts/active{path}");
        Assert.Equal(type, first.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Flood", await first.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((true, 15), (first.Headers.CacheControl?.Public, (int?)first.Headers.CacheControl?.MaxAge?.TotalSeconds));
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/alerts/active{path}");
        request.Headers.Add("Coordination-Exercise", $"{desk.Scene.Exercise}");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await desk.Public.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }
}
