using System.Threading.Channels;
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
    private const int Ahead = 8;
    private readonly List<string> faults = [];
    private byte[] previous = JournalHash.Origin;

    internal IReadOnlyList<string> Faults => faults;

    internal long Sealed { get; private set; }

    internal long Waiting { get; private set; }

    internal string Head => Convert.ToHexStringLower(previous);

    /// <summary>Null when the file holds no journal. The file's own check, the reading of rows and their verification go on side by side.</summary>
    internal static async Task<ChainCheck?> OfAsync(string file, CancellationToken ct)
    {
        await using var connection = await OpenAsync(file, ct);
        if (Scalar(connection, "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'journal'") is 0L) return null;
        var check = new ChainCheck();
        var damage = Task.Run(() => DamageAsync(file, ct), ct);
        var read = Channel.CreateBounded<ChainRow[]>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = Task.Run(() => ChainRow.ReadAllAsync(connection, read.Writer, enough.Token), ct);
        await foreach (var rows in read.Reader.ReadAllAsync(ct))
            if (!rows.All(check.Verify)) break;
        await enough.CancelAsync();
        await reading;
        if (await damage is { } found) check.faults.Insert(0, Language.Say($"the file is damaged: {found}"));
        check.ReadHead(connection);
        check.Waiting = (long)Scalar(connection, "SELECT count(*) FROM journal WHERE position IS NULL")!;
        return check;
    }

    private static async Task<SqliteConnection> OpenAsync(string file, CancellationToken ct)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        return connection;
    }

    private static async Task<string?> DamageAsync(string file, CancellationToken ct)
    {
        await using var connection = await OpenAsync(file, ct);
        return Scalar(connection, "PRAGMA quick_check(1)") is string and not "ok" and var damage ? damage : null;
    }

    /// <summary>False when so much is wrong that the rest would not help.</summary>
    private bool Verify(ChainRow row)
    {
        if (row.Position != Sealed + 1) faults.Add(row.Position == Sealed + 2 ? Language.Say($"position {Sealed + 1} is missing") : Language.Say($"positions {Sealed + 1} to {row.Position - 1} are missing"));
        if (!JournalHash.Of(previous, row.Position, row.Previous, row.Header, row.Data).AsSpan().SequenceEqual(row.Hash))
            faults.Add(Language.Say($"position {row.Position}: the hash does not fit what is written there"));
        else if (!row.FitsItsHeader())
            faults.Add(Language.Say($"position {row.Position}: its columns differ from its header"));
        (previous, Sealed) = (row.Hash, row.Position);
        return faults.Count < MostFaults;
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
        else if (!ChainRow.Bytes(rows, 1).AsSpan().SequenceEqual(previous)) faults.Add(Language.Say($"position {head}: the head has another hash"));
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
