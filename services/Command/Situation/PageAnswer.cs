using System.Globalization;
using Coordination.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Coordination.Command.Situation;

/// <summary>What else than JSON a record is answered as: a page to print, or Markdown, in the reader's language.</summary>
internal static class PageAnswer
{
    private const string Page = "text/html", Markdown = "text/markdown";

    /// <summary>Null for who asks for JSON.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="write">Writes the page.</param>
    /// <param name="isMarkdownToo">True where the record is written as Markdown as well.</param>
    public static ContentHttpResult? PageFor(this HttpRequest request, Func<IPage, SituationWords, string> write, bool isMarkdownToo = true)
    {
        var answer = request.HttpContext.Response.Headers;
        answer.Vary = "Accept, Accept-Language";
        answer.CacheControl = "no-store";
        var isMarkdown = isMarkdownToo && ReaderLanguage.Prefers(request, Markdown);
        if (!isMarkdown && !ReaderLanguage.Prefers(request, Page)) return null;
        var words = SituationWords.For(ReaderLanguage.PrefersChinese(request));
        answer.ContentLanguage = words.Language;
        // Nothing on the page is from elsewhere, and nothing of it runs.
        answer.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return TypedResults.Content(write(isMarkdown ? new MarkdownWriter() : new PageWriter(words.Language), words), $"{(isMarkdown ? Markdown : Page)}; charset=utf-8");
    }

    /// <summary>A moment as people of the jurisdiction read it.</summary>
    public static string Shown(this WorkingCalendar calendar, DateTimeOffset at) => calendar.Local(at).ToString("yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
}
