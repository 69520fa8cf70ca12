using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Text;

namespace Coordination.Tests.Functional.Counts;

/// <summary>
/// What one client says in PostgreSQL's protocol. A round trip ends where the client waits: at a Sync, or at a simple query. A simple query that only opens a
/// transaction, marks a place in it or clears a connection is sent along with what follows, and is counted with it.
/// </summary>
internal sealed class Frontend(int connection, ConcurrentQueue<RoundTrip> trips)
{
    private readonly List<byte> pending = [];
    private readonly Dictionary<string, string> prepared = new(StringComparer.Ordinal);
    private List<string> statements = [];
    private bool isStarted;

    internal void Hear(ReadOnlySpan<byte> bytes)
    {
        pending.AddRange(bytes);
        while (Take() is var (type, body)) Say(type, body);
    }

    /// <summary>The next whole message. Before the session starts, messages have no type.</summary>
    private (char Type, byte[] Body)? Take()
    {
        var header = isStarted ? 5 : 4;
        if (pending.Count < header) return null;
        var length = BinaryPrimitives.ReadInt32BigEndian([.. pending.GetRange(header - 4, 4)]);
        if (pending.Count < header - 4 + length) return null;
        var (type, body) = (isStarted ? (char)pending[0] : '\0', pending.GetRange(header, length - 4).ToArray());
        pending.RemoveRange(0, header - 4 + length);
        return (type, body);
    }

    private void Say(char type, byte[] body)
    {
        switch (type)
        {
            // Protocol 3.0; what asks for TLS before it has another number.
            case '\0': isStarted = BinaryPrimitives.ReadInt32BigEndian(body) == 196608; break;
            case 'P': prepared[Text(body, 0)] = Text(body, Text(body, 0).Length + 1); break;
            case 'B': statements.Add(prepared[Text(body, Text(body, 0).Length + 1)]); break;
            case 'Q': Query(Text(body, 0)); break;
            case 'S': End(); break;
        }
    }

    private void Query(string sql)
    {
        statements.Add(sql);
        if (!sql.StartsWith("BEGIN", StringComparison.OrdinalIgnoreCase) && !sql.StartsWith("SAVEPOINT", StringComparison.OrdinalIgnoreCase)
            && !sql.StartsWith("DISCARD", StringComparison.OrdinalIgnoreCase)) End();
    }

    private void End()
    {
        trips.Enqueue(new(connection, statements));
        statements = [];
    }

    private static string Text(byte[] body, int from) => Encoding.UTF8.GetString(body, from, Array.IndexOf(body, (byte)0, from) - from);
}

/// <summary>One wait for the database, and the statements that it was for.</summary>
internal sealed record RoundTrip(int Connection, IReadOnlyList<string> Statements)
{
    internal bool Says(string word) => Statements.Any(s => s.Contains(word, StringComparison.Ordinal));

    internal bool Commits => Says("COMMIT");

    public override string ToString() => string.Join("; ", Statements.Select(s => s.Split('\n')[0]));
}
