using Microsoft.Data.Sqlite;

namespace Coordination.Bench;

/// <summary>The floor of a catalogue: the same lines, cut at their commas and inserted by one prepared statement in one flushed transaction.</summary>
internal sealed class PlainRows : IAsyncDisposable
{
    private readonly SqliteConnection db;

    private PlainRows(SqliteConnection db) => this.db = db;

    internal static async Task<PlainRows> OpenAsync(string file)
    {
        var rows = new SqliteConnection($"Data Source={file}");
        await rows.OpenAsync();
        await using var make = rows.CreateCommand();
        make.CommandText = """
            PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;
            CREATE TABLE rows (id BLOB PRIMARY KEY, code TEXT, kind TEXT, type TEXT, name TEXT, quantity INTEGER, latitude REAL, longitude REAL); CREATE INDEX by_code ON rows (code);
            """;
        await make.ExecuteNonQueryAsync();
        return new(rows);
    }

    internal Task<double> InsertAsync(string table) => Clocked.OnceAsync(async () =>
    {
        await using var transaction = (SqliteTransaction)await db.BeginTransactionAsync();
        await using var insert = db.CreateCommand();
        (insert.Transaction, insert.CommandText) = (transaction, "INSERT INTO rows VALUES ($0, $1, $2, $3, $4, $5, $6, $7)");
        for (var n = 0; n < 8; n++) insert.Parameters.AddWithValue($"${n}", DBNull.Value);
        foreach (var line in table.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1))
        {
            insert.Parameters[0].Value = Guid.CreateVersion7().ToByteArray();
            foreach (var (cell, n) in line.Split(',').Select((cell, n) => (cell, n + 1))) insert.Parameters[n].Value = cell.Length > 0 ? cell : DBNull.Value;
            await insert.ExecuteNonQueryAsync();
        }
        await transaction.CommitAsync();
    });

    public ValueTask DisposeAsync() => db.DisposeAsync();
}
