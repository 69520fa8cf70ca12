using System.Text;
using System.Text.Json;
using Coordination.Contracts;
using Microsoft.Data.Sqlite;

namespace Coordination.CommandLine.Audit;

/// <summary>
/// One journal, read from its first event to its head: positions without gaps, every hash made from the one before, the columns that are searched
/// equal to the header they were taken from, and the head where the rows end.
/// </summary>
internal sealed class ChainCheck
{
    private const int MostFaults = 20;
    private readonly List<string> faults = [];
    private byte[] previous = JournalHash.Origin;

    internal IReadOnlyList<string> Faults => faults;

    internal long Sealed { get; private set; }

    internal long Waiting { get; private set; }

    internal string Head => Convert.ToHexStringLower(previous);

    /// <summary>Null when the file holds no journal.</summary>
    internal static ChainCheck? Of(string file)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        if (Scalar(connection, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'journal'") is 0L) return null;
        var check = new ChainCheck();
        if (Scalar(connection, "PRAGMA quick_check(1)") is string and not "ok" and var damage) check.faults.Add(Language.Say($"the file is damaged: {damage}"));
        check.ReadRows(connection);
        check.ReadHead(connection);
        check.Waiting = (long)Scalar(connection, "SELECT count(*) FROM journal WHERE position IS NULL")!;
        return check;
    }

    private void ReadRows(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT position, previous, header, data, hash, type, id, subject FROM journal WHERE position IS NOT NULL ORDER BY position";
        using var rows = command.ExecuteReader();
        while (rows.Read() && faults.Count < MostFaults)
        {
            var position = rows.GetInt64(0);
            if (position != Sealed + 1) faults.Add(position == Sealed + 2 ? Language.Say($"position {Sealed + 1} is missing") : Language.Say($"positions {Sealed + 1} to {position - 1} are missing"));
            var (header, stored) = (Bytes(rows, 2), Bytes(rows, 4));
            if (!JournalHash.Of(previous, position, rows.GetString(1), header, Bytes(rows, 3)).AsSpan().SequenceEqual(stored))
                faults.Add(Language.Say($"position {position}: the hash does not fit what is written there"));
            else if (!Fits(header, rows))
                faults.Add(Language.Say($"position {position}: its columns differ from its header"));
            (previous, Sealed) = (stored, position);
        }
    }

    private void ReadHead(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT head, hash FROM journal_head";
        using var rows = command.ExecuteReader();
        if (!rows.Read())
        {
            if (Sealed > 0) faults.Add(Language.Say($"the head is missing"));
            return;
        }
        var head = rows.GetInt64(0);
        if (head != Sealed) faults.Add(Language.Say($"position {Math.Min(head, Sealed) + 1}: the head stands at {head}, the rows end at {Sealed}"));
        else if (!Bytes(rows, 1).AsSpan().SequenceEqual(previous)) faults.Add(Language.Say($"position {head}: the head has another hash"));
    }

    private static bool Fits(byte[] header, SqliteDataReader rows)
    {
        try
        {
            using var json = JsonDocument.Parse(header);
            return json.RootElement.GetProperty("type").GetString() == rows.GetString(5) && json.RootElement.GetProperty("id").GetGuid() == rows.GetGuid(6)
                && json.RootElement.GetProperty("subject").GetGuid() == rows.GetGuid(7);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException or InvalidCastException or ArgumentException)
        {
            return false;
        }
    }

    private static byte[] Bytes(SqliteDataReader rows, int column) => rows.GetValue(column) switch
    {
        byte[] bytes => bytes,
        string text => Encoding.UTF8.GetBytes(text),
        _ => [],
    };

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
