using System.Text;
using System.Text.Json;

namespace Coordination.CommandLine.Sandbox;

/// <summary>What stands at the sandbox's address: its endpoints, and a page with all that came.</summary>
/// <param name="at">The address.</param>
/// <param name="time">For what comes.</param>
/// <param name="inbox">Keeps what comes.</param>
/// <param name="hooks">The webhook receiver.</param>
internal sealed class SandboxSite(Uri at, TimeProvider time, Inbox inbox, HookDesk hooks)
{
    internal const string HookPath = "/hook";
    internal const string MessagePath = "/edxl-rm";
    internal const string FeedPath = "/feed.atom";
    private const string Text = "text/plain; charset=utf-8";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly RmDesk messages = new(time);

    internal Served Answer(Sent sent) => (sent.Method, sent.Path) switch
    {
        ("GET", "/") => new(200, "text/html; charset=utf-8", InboxPage.Of(at, inbox.Newest)),
        ("GET", "/messages") => new(200, "application/json", JsonSerializer.Serialize(inbox.Newest, Json)),
        ("GET", FeedPath) when sent.Header("If-None-Match") == Feed.ETag => new(304, "application/atom+xml", "", Feed.ETag),
        ("GET", FeedPath) => new(200, "application/atom+xml", Feed.Atom, Feed.ETag),
        ("GET", Feed.AlertPath) => new(200, "application/cap+xml", Feed.Alert),
        ("POST", HookPath) => Kept("webhook", sent, hooks.Take(sent)),
        ("POST", MessagePath) => Kept("edxl-rm", sent, messages.Take(sent.Body)),
        _ => new(404, Text, Language.Say($"There is nothing here: see {at}")),
    };

    private Served Kept(string door, Sent sent, Verdict verdict)
    {
        var body = Encoding.UTF8.GetString(sent.Body);
        inbox.Keep(new(time.GetUtcNow(), door, What(body), verdict.Status, verdict.Why, body));
        return verdict.Answer is { } answer ? new(verdict.Status, "application/xml; charset=utf-8", answer) : new(verdict.Status, Text, verdict.Why);
    }

    /// <summary>The type of an event, the kind of a message, or how it begins.</summary>
    private static string What(string body)
    {
        foreach (var (before, after) in ((string, string)[])[("\"type\":\"", "\""), ("MessageContentType>", "<")])
            if (body.IndexOf(before, StringComparison.Ordinal) is var from and >= 0 && body.IndexOf(after, from + before.Length, StringComparison.Ordinal) is var end and >= 0)
                return body[(from + before.Length)..Math.Min(end, from + before.Length + 80)];
        return body[..Math.Min(body.Length, 40)].ReplaceLineEndings(" ");
    }
}
