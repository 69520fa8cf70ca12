using System.Runtime.CompilerServices;
using System.Text;

namespace Coordination.Client.Events;

/// <summary>One message of a stream of server-sent events; an id without data is a bookmark.</summary>
internal sealed record StreamItem(string? Id, string Event, string Data)
{
    internal const string Bookmark = "bookmark";
}

/// <summary>Reads a stream of server-sent events (WHATWG HTML, 9.2). A stream that gives no sign of life, comments included, for too long has ended.</summary>
internal static class ServerSentEvents
{
    internal static async IAsyncEnumerable<StreamItem> ReadAsync(Stream stream, TimeSpan silence, TimeProvider time, [EnumeratorCancellation] CancellationToken ct)
    {
        using var lines = new StreamReader(stream, Encoding.UTF8);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(ct);
        await using var watch = time.CreateTimer(_ => over.Cancel(), null, silence, Timeout.InfiniteTimeSpan);
        string? id = null;
        var (kind, data, moved) = ("", new StringBuilder(), false);
        while (await LineAsync(lines, over.Token, ct).ConfigureAwait(false) is { } line)
        {
            watch.Change(silence, Timeout.InfiniteTimeSpan);
            if (line.Length == 0)
            {
                if (data.Length > 0) yield return new(id, kind.Length == 0 ? "message" : kind, data.ToString(0, data.Length - 1));
                else if (moved) yield return new(id, StreamItem.Bookmark, "");
                (kind, data, moved) = ("", data.Clear(), false);
                continue;
            }
            var (name, value) = Field(line);
            if (name == "id") (id, moved) = (value, true);
            else if (name == "event") kind = value;
            else if (name == "data") data.Append(value).Append('\n');
        }
    }

    private static async Task<string?> LineAsync(StreamReader lines, CancellationToken over, CancellationToken ct)
    {
        try
        {
            return await lines.ReadLineAsync(over).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw new IOException("The stream has been silent for too long.", e);
        }
    }

    /// <summary>A comment is a field without a name.</summary>
    private static (string Name, string Value) Field(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return (line, "");
        var value = line[(colon + 1)..];
        return (line[..colon], value.StartsWith(' ') ? value[1..] : value);
    }
}
