using System.Data;
using System.Data.Common;
using System.Text.Json;
using Coordination.CommandLine.Provisioning;
using Npgsql;

namespace Coordination.Tests.Chaos;

/// <summary>Reads a copy: a SQLite file, or a PostgreSQL schema that the connection's search path names.</summary>
internal static class CopyReader
{
    /// <summary>All services of a data folder. Write-ahead logs beside the files belong to the copy.</summary>
    internal static async Task<IReadOnlyList<ServiceCopy>> FolderAsync(string folder)
    {
        var copies = new List<ServiceCopy>();
        foreach (var file in Directory.GetFiles(folder, "*.db").Order(StringComparer.Ordinal))
        {
            await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={file};Pooling=False");
            await connection.OpenAsync();
            copies.Add(await ReadAsync(Path.GetFileNameWithoutExtension(file), connection));
        }
        return copies;
    }

    /// <summary>Service instances whose schemas stand in one PostgreSQL, as one moment saw them.</summary>
    /// <param name="admin">Connection string of one who may read all of them.</param>
    /// <param name="instances">For example <c>intake</c> and <c>resources@fire</c>.</param>
    /// <param name="ct">Ends it.</param>
    internal static Task<IReadOnlyList<ServiceCopy>> SchemasAsync(string admin, IReadOnlyList<string> instances, CancellationToken ct) => SchemasAsync(admin, instances, ReadAsync, ct);

    /// <summary>The same of whatever is read of an instance.</summary>
    internal static async Task<IReadOnlyList<T>> SchemasAsync<T>(string admin, IReadOnlyList<string> instances, Func<string, DbConnection, Task<T>> read, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(admin);
        await connection.OpenAsync(ct);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var copies = new List<T>();
        foreach (var instance in instances)
        {
            await using (var enter = new NpgsqlCommand($"SET LOCAL search_path = \"{DatabaseProvision.RoleOf(instance)}\"", connection)) await enter.ExecuteNonQueryAsync(ct);
            copies.Add(await read(instance, connection));
        }
        return copies;
    }

    /// <summary>One service, over an open connection.</summary>
    internal static async Task<ServiceCopy> ReadAsync(string name, DbConnection connection)
    {
        var journal = await RowsAsync(connection,
            "SELECT position, id, subject, type, source, is_imported, previous, header, data, hash FROM journal WHERE position IS NOT NULL ORDER BY position",
            r => new CopiedEvent(r.GetInt64(0), Id(r, 1), Id(r, 2), r.GetString(3), r.GetString(4), Convert.ToBoolean(r.GetValue(5)), r.GetString(6), Bytes(r, 7), Bytes(r, 8), Bytes(r, 9)));
        var head = await RowsAsync(connection, "SELECT head, hash FROM journal_head", r => (r.GetInt64(0), Bytes(r, 1)));
        return new(
            name, journal, head.Count == 1 ? head[0] : (0, []), await CountAsync(connection, "journal WHERE position IS NULL"),
            await RowsAsync(connection, "SELECT source, position, event_id, discarded FROM inbox", r => new CopiedInbox(r.GetString(0), r.GetInt64(1), Id(r, 2), Convert.ToBoolean(r.GetValue(3)))),
            await CountAsync(connection, "deferred"),
            await RowsAsync(connection, "SELECT key, body, status FROM idempotency", r => new CopiedAnswer(r.GetString(0), IdIn(Bytes(r, 1)), r.GetInt32(2))),
            await RowsAsync(connection, "SELECT id, key, state, due_at, breached_at, warned_at, wake_at FROM clocks",
                r => new CopiedClock(Id(r, 0), r.GetString(1), r.GetString(2), r.GetInt64(3), Micros(r, 4), Micros(r, 5), Micros(r, 6))));
    }

    internal static async Task<List<T>> RowsAsync<T>(DbConnection connection, string sql, Func<DbDataReader, T> row)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(row(reader));
        return rows;
    }

    private static async Task<int> CountAsync(DbConnection connection, string from) => (await RowsAsync(connection, $"SELECT count(*) FROM {from}", r => (int)r.GetInt64(0)))[0];

    private static Guid Id(DbDataReader row, int column) => row.GetValue(column) is Guid id ? id : Guid.Parse(row.GetString(column));

    private static byte[] Bytes(DbDataReader row, int column) => row.GetValue(column) as byte[] ?? [];

    private static long? Micros(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private static Guid? IdIn(byte[] body)
    {
        if (body.Length == 0) return null;
        using var json = JsonDocument.Parse(body);
        return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("id", out var id) && id.TryGetGuid(out var value) ? value : null;
    }
}
