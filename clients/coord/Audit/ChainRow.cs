using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace Coordination.CommandLine.Audit;

/// <summary>A sealed row of a journal, as it stands in the file.</summary>
internal sealed record ChainRow(long Position, string Previous, byte[] Header, byte[] Data, byte[] Hash, string Type, string Id, string Subject)
{
    private const int Batch = 256;

    /// <summary>Every sealed row, in order, some at a time. Ends early when it is called off.</summary>
    internal static async Task ReadAllAsync(SqliteConnection connection, ChannelWriter<ChainRow[]> to, CancellationToken ct)
    {
        try
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "SELECT position, previous, header, data, hash, type, id, subject FROM journal WHERE position IS NOT NULL ORDER BY position";
            await using var rows = await command.ExecuteReaderAsync(ct);
            var some = new List<ChainRow>(Batch);
            while (await rows.ReadAsync(ct))
            {
                some.Add(new(rows.GetInt64(0), Text(rows, 1), Bytes(rows, 2), Bytes(rows, 3), Bytes(rows, 4), Text(rows, 5), Text(rows, 6), Text(rows, 7)));
                if (some.Count < Batch) continue;
                await to.WriteAsync([.. some], ct);
                some.Clear();
            }
            await to.WriteAsync([.. some], ct);
            to.Complete();
        }
        catch (OperationCanceledException)
        {
            to.TryComplete();
        }
        catch (SqliteException e)
        {
            // Whoever verifies is told, in its place among the rows.
            to.TryComplete(e);
        }
    }

    /// <summary>True when the columns that are searched say what the header says.</summary>
    internal bool FitsItsHeader()
    {
        try
        {
            var fits = 0;
            var json = new Utf8JsonReader(Header);
            while (json.Read())
            {
                if (json.CurrentDepth != 1 || json.TokenType != JsonTokenType.PropertyName) continue;
                var (isType, isId, isSubject) = (json.ValueTextEquals("type"), json.ValueTextEquals("id"), json.ValueTextEquals("subject"));
                json.Read();
                if (isType && json.ValueTextEquals(Type)) fits |= 1;
                else if (isId && json.TryGetGuid(out var id) && Guid.TryParse(Id, out var kept) && id == kept) fits |= 2;
                else if (isSubject && json.TryGetGuid(out var subject) && Guid.TryParse(Subject, out var about) && subject == about) fits |= 4;
                else if (isType || isId || isSubject) return false;
            }
            return fits == 7;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    internal static byte[] Bytes(SqliteDataReader rows, int column) => rows.GetValue(column) switch
    {
        byte[] bytes => bytes,
        string text => Encoding.UTF8.GetBytes(text),
        _ => [],
    };

    private static string Text(SqliteDataReader rows, int column) => rows.GetValue(column) switch
    {
        string text => text,
        byte[] bytes => new Guid(bytes.Length == 16 ? bytes : new byte[16]).ToString(),
        _ => "",
    };
}
