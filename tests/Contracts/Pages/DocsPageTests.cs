using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Coordination.Contracts.Pages;
using Coordination.Host;

namespace Coordination.Tests.ContractTests.Pages;

/// <summary>The page of the contracts: complete, well-formed, and nothing in it from elsewhere.</summary>
public sealed partial class DocsPageTests
{
    private static readonly ContractFiles Files = new(typeof(RegionModules).Assembly);

    public static TheoryData<string> Languages => [.. Words.Languages];

    [Theory, MemberData(nameof(Languages))]
    public void Every_operation_event_and_protobuf_stands_on_it(string language)
    {
        var page = Page(language);
        var ids = Ids(page);
        Assert.Equal([], Files.Documents().SelectMany(d => d.Document["paths"]!.AsObject()).SelectMany(p => p.Value!.AsObject()).Select(o => $"{o.Value!["operationId"]}").Except(ids));
        Assert.Equal([], EventCatalogue.All.Select(e => e.Name).Except(ids));
        Assert.Equal([], Files.Protos.Select(p => $"/proto/{p}").Except(Links(page)));
        Assert.Equal([], Files.Services.Select(s => $"/openapi/{s}.json").Except(Links(page)));
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_name_stands_once_and_every_link_within_the_page_leads_to_one(string language)
    {
        var page = Page(language);
        var ids = Ids(page).ToList();
        Assert.Equal([], ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key));
        Assert.Equal([], Links(page).Where(l => l[0] == '#').Select(l => l[1..]).Except(ids));
    }

    /// <summary>The page needs no script and loads nothing: the policy would forbid it.</summary>
    [Theory, MemberData(nameof(Languages))]
    public void Nothing_comes_from_elsewhere(string language)
    {
        var page = Page(language);
        Assert.Equal([], page.Descendants().Select(e => e.Name.LocalName).Where(n => n is "script" or "link" or "img" or "iframe" or "form" or "object" or "embed").Distinct());
        Assert.Equal([], page.Descendants().Attributes().Where(a => a.Name.LocalName == "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || a.Name.LocalName == "src").Select(a => a.Name.LocalName));
        Assert.All(Links(page), l => Assert.True(l[0] is '#' or '/', l));
        Assert.DoesNotMatch(Outside(), Files.Style());
    }

    [Theory, MemberData(nameof(Languages))]
    public void It_says_its_language_and_that_of_what_is_in_another(string language)
    {
        var page = Page(language);
        Assert.Equal(language, page.Root!.Attribute("lang")!.Value);
        Assert.All(page.Descendants("summary").Elements("span"), s => Assert.True(language == "en" || IsChinese(s.Value) || s.Attribute("lang")?.Value == "en", s.Value));
        Assert.All(page.Descendants("table"), t => Assert.Single(t.Elements("caption")));
        Assert.All(page.Descendants("th"), t => Assert.NotNull(t.Attribute("scope")));
        Assert.Equal(["h1"], page.Descendants().Select(e => e.Name.LocalName).Where(n => n is "h1"));
    }

    [Fact]
    public void Both_languages_have_every_word_and_no_other()
    {
        var (english, chinese) = (Files.Words("en"), Files.Words("zh-CN"));
        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        Assert.All(chinese.Keys.Where(k => k is not ("other" or "other.tag")), k => Assert.True(IsChinese(chinese[k]) || k == "proto", k));
    }

    [Fact]
    public void A_word_that_is_missing_is_named() => Assert.Contains("'nothing'", Assert.Throws<KeyNotFoundException>(() => Files.Words("en")["nothing"]).Message, StringComparison.Ordinal);

    /// <summary>What is new stands there in English for a while, and says so.</summary>
    [Fact]
    public void Almost_every_operation_and_event_is_said_in_Chinese()
    {
        var chinese = Files.Words("zh-CN");
        var events = JsonNode.Parse(Files.AsyncApi())!["components"]!["messages"]!.AsObject().Select(m => m.Value!);
        var sentences = Files.Documents().Select(d => (JsonNode)d.Document).SelectMany(Operations).Concat(events).Select(o => $"{o["summary"]}").Distinct().ToList();
        var english = sentences.Where(s => chinese.Translated(s) is not { } own || !IsChinese(own)).ToList();
        Assert.True(english.Count * 20 <= sentences.Count, $"{english.Count} of {sentences.Count} have no line in sentences.zh-CN.txt: {string.Join(" | ", english)}");
    }

    private static IEnumerable<JsonNode> Operations(JsonNode document) => document["paths"]!.AsObject().SelectMany(p => p.Value!.AsObject()).Select(o => o.Value!);

    private static bool IsChinese(string text) => text.Any(c => c is >= '\u4e00' and <= '\u9fff');

    /// <summary>Read as XML, where nothing is forgiven: what is not closed or not escaped fails.</summary>
    private static XDocument Page(string language) => XDocument.Parse(Void().Replace(
        DocsPage.Text(Files, language, "").Replace("<!doctype html>", "", StringComparison.Ordinal), "<${tag}/>"));

    private static IEnumerable<string> Ids(XDocument page) => page.Descendants().Attributes("id").Select(a => a.Value);

    private static IEnumerable<string> Links(XDocument page) => page.Descendants("a").Select(a => a.Attribute("href")!.Value);

    [GeneratedRegex("<(?<tag>meta [^>]*)>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Void();

    [GeneratedRegex(@"url\(|@import", RegexOptions.None, 1000)]
    private static partial Regex Outside();
}
