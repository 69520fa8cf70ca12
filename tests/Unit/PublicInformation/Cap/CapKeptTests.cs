using System.Text;
using Coordination.PublicInformation.Cap;
using static Coordination.Tests.Unit.PublicInformation.Cap.CapScene;

namespace Coordination.Tests.Unit.PublicInformation.Cap;

/// <summary>Documents are kept as long as somebody may read them, and no link leads to one that is not there.</summary>
public sealed class CapKeptTests
{
    private static readonly CapFeedAsk Ask = new("", "/v1/alerts/active/atom", null, At(0));

    [Theory]
    [InlineData(true, true, false), InlineData(true, false, true), InlineData(false, true, true)]
    public void What_is_not_for_all_or_says_nothing_new_goes_in_time(bool isOpen, bool isNew, bool goes)
    {
        var import = new CapImport { Id = Guid.CreateVersion7(), IsOpen = isOpen };
        Assert.False(import.MustGo([]));
        import.Keep([1]);
        Assert.Equal(goes, import.MustGo([Message("a", 0, import: Guid.CreateVersion7()), Message("b", 0, import: isNew ? import.Id : Guid.CreateVersion7())]));
    }

    [Fact]
    public void A_feed_leads_to_the_document_where_all_may_read_it_and_else_to_what_is_said_of_it_here()
    {
        var (kept, shut) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var hits = CapFound.Of([new(Message("open", 0, import: kept), []), new(Message("shut", 1, import: shut), []), new(Message("own", 2, isHere: true), [])], isAll: true).With([kept]).Hits;
        foreach (var feed in (string[])[Encoding.UTF8.GetString(CapFeed.Atom(Ask, hits)), Encoding.UTF8.GetString(CapFeed.Rss(Ask, hits)), Encoding.UTF8.GetString(CapGeoJson.Write(Ask, hits))])
            foreach (var hit in hits) Assert.Equal(hit.Message.Identifier != "shut", feed.Contains(Ask.Original(hit.Message), StringComparison.Ordinal));
        Assert.Contains($"\"{Ask.Link(hits.Single(h => !h.HasOriginal).Message)}\"", Encoding.UTF8.GetString(CapFeed.Atom(Ask, hits)), StringComparison.Ordinal);
    }
}
