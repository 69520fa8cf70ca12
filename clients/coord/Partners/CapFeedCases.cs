using System.Runtime.CompilerServices;
using System.Xml;

namespace Coordination.CommandLine.Partners;

/// <summary>A feed of CAP alerts as aggregators read it: Atom or RSS, asked again cheaply, each alert by the rules of CAP 1.2.</summary>
internal static class CapFeedCases
{
    private const int MostAlerts = 20;

    internal static async IAsyncEnumerable<CaseResult> PlayAsync(HttpClient http, Uri url, [EnumeratorCancellation] CancellationToken ct)
    {
        var (answer, feed, reason) = await ReadAsync(http, url, ct);
        yield return new(Language.Say($"The feed is there and is XML"), feed is not null, reason);
        if (feed is null || answer is null) yield break;
        using var kept = answer;
        yield return new(Language.Say($"The feed is Atom or RSS"), feed.Name is "feed" or "rss" or "RDF", Language.Say($"its root is {feed.Name}"));
        yield return await AskAgainAsync(http, url, answer, ct);
        var links = Links(feed).Select(l => Uri.TryCreate(url, l, out var link) ? link : null).OfType<Uri>().ToList();
        yield return new(Language.Say($"Each entry leads to its alert"), links.Count == Entries(feed).Count(), Language.Say($"{links.Count} links for {Entries(feed).Count()} entries"));
        foreach (var link in links.Take(MostAlerts))
        {
            var (response, alert, found) = await ReadAsync(http, link, ct);
            response?.Dispose();
            if (alert is null)
            {
                yield return new(Language.Say($"{link} is an alert"), false, found);
                continue;
            }
            var faults = CapRules.Faults(alert).ToList();
            yield return new(Language.Say($"{link} is a sound alert"), faults.Count == 0, faults.Count == 0 ? alert.Text("identifier") ?? "" : string.Join("; ", faults));
        }
    }

    private static IEnumerable<XmlTree> Entries(XmlTree feed) => feed.All("entry").Concat(feed.All("item"));

    private static IEnumerable<string> Links(XmlTree feed) => Entries(feed).Select(e => e.Children("link")
        .OrderByDescending(l => l.Attribute("type") == "application/cap+xml").Select(l => l.Attribute("href") ?? l.Value).FirstOrDefault(l => l.Length > 0)).OfType<string>();

    private static async Task<CaseResult> AskAgainAsync(HttpClient http, Uri url, HttpResponseMessage first, CancellationToken ct)
    {
        var rule = Language.Say($"Asked again for what has not changed, the feed says 304");
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (first.Headers.ETag is { } tag) request.Headers.IfNoneMatch.Add(tag);
        else if (first.Content.Headers.LastModified is { } at) request.Headers.IfModifiedSince = at;
        else return new(rule, false, Language.Say($"it has neither ETag nor Last-Modified"));
        using var answer = await http.SendAsync(request, ct);
        return new(rule, (int)answer.StatusCode == 304, Language.Say($"answered {(int)answer.StatusCode}"));
    }

    private static async Task<(HttpResponseMessage? Answer, XmlTree? Root, string Found)> ReadAsync(HttpClient http, Uri url, CancellationToken ct)
    {
        try
        {
            var answer = await http.GetAsync(url, ct);
            if (!answer.IsSuccessStatusCode) return (answer, null, Language.Say($"answered {(int)answer.StatusCode}"));
            await using var body = await answer.Content.ReadAsStreamAsync(ct);
            return (answer, XmlTree.Read(body), Language.Say($"answered {(int)answer.StatusCode}"));
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, null, Language.Say($"no answer within 15 seconds"));
        }
        catch (Exception e) when (e is HttpRequestException or XmlException)
        {
            return (null, null, e.Message);
        }
    }
}
