using System.Data.Common;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Microsoft.EntityFrameworkCore.Storage;

namespace Coordination.Tests.Functional.Migrations;

/// <summary>A service's database as its first migration made it, two rows in every table: one that says all that it may, one that says only what it must.</summary>
internal sealed class FirstRelease(ServiceDb db, IReadOnlyDictionary<string, object> known)
{
    private readonly List<CreateTableOperation> tables = [];

    /// <summary>Makes the tables and fills them. <c>known</c> has the values that must mean something, by <c>table.column</c>; every other is made up.</summary>
    internal async Task MakeAsync(CancellationToken ct)
    {
        var all = db.GetService<IMigrationsAssembly>();
        var (id, type) = all.Migrations.First();
        var first = all.CreateMigration(type, db.Database.ProviderName!);
        tables.AddRange(first.UpOperations.OfType<CreateTableOperation>());
        await db.Database.OpenConnectionAsync(ct);
        // EF's own migrator goes part of the way only to an id that begins with a time.
        foreach (var command in db.GetService<IMigrationsSqlGenerator>().Generate(first.UpOperations)) await command.ExecuteNonQueryAsync(db.GetService<IRelationalConnection>(), cancellationToken: ct);
        var history = db.GetService<IHistoryRepository>();
        await RunAsync(history.GetCreateIfNotExistsScript(), ct);
        await RunAsync(history.GetInsertScript(new HistoryRow(id, ProductInfo.GetVersion())), ct);
        await WriteAsync(db, known, ct);
        await db.Database.CloseConnectionAsync();
    }

    /// <summary>Writes the rows that the first release would, as one of its replicas does that is not replaced yet, or is put back.</summary>
    internal async Task WriteAsync(ServiceDb into, IReadOnlyDictionary<string, object> values, CancellationToken ct)
    {
        await into.Database.OpenConnectionAsync(ct);
        foreach (var table in tables)
            foreach (var isFull in (bool[])[true, false])
                await InsertAsync(into, table, isFull, values, ct);
        await into.Database.CloseConnectionAsync();
    }

    /// <summary>All that stands in the tables and columns of the first release.</summary>
    internal async Task<IReadOnlyList<string>> RowsAsync(ServiceDb reader, CancellationToken ct)
    {
        var rows = new List<string>();
        await reader.Database.OpenConnectionAsync(ct);
        foreach (var table in tables)
        {
            await using var select = reader.Database.GetDbConnection().CreateCommand();
            select.CommandText = $"SELECT {string.Join(", ", table.Columns.Select(c => $"\"{c.Name}\""))} FROM \"{table.Name}\"";
            await using var row = await select.ExecuteReaderAsync(ct);
            while (await row.ReadAsync(ct))
                rows.Add($"{table.Name}: {string.Join(" | ", Enumerable.Range(0, row.FieldCount).Select(n => row.IsDBNull(n) ? "-" : row.GetValue(n) is byte[] b ? Convert.ToHexString(b) : $"{row.GetValue(n)}"))}");
        }
        await reader.Database.CloseConnectionAsync();
        return [.. rows.Order(StringComparer.Ordinal)];
    }

    private async Task RunAsync(string script, CancellationToken ct)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = script;
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task InsertAsync(ServiceDb into, CreateTableOperation table, bool isFull, IReadOnlyDictionary<string, object> values, CancellationToken ct)
    {
        await using var insert = into.Database.GetDbConnection().CreateCommand();
        var columns = table.Columns.Where(c => isFull || !c.IsNullable || values.ContainsKey($"{table.Name}.{c.Name}:must")).ToList();
        for (var n = 0; n < columns.Count; n++)
        {
            var value = values.GetValueOrDefault($"{table.Name}.{columns[n].Name}{(isFull ? "" : ":must")}") ?? values.GetValueOrDefault($"{table.Name}.{columns[n].Name}") ?? MadeUp(columns[n].ClrType);
            Add(insert, $"@p{n}", value);
        }
        insert.CommandText = $"INSERT INTO \"{table.Name}\" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", columns.Select((_, n) => $"@p{n}"))})";
        await insert.ExecuteNonQueryAsync(ct);
    }

    private static void Add(DbCommand to, string name, object value)
    {
        var parameter = to.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        to.Parameters.Add(parameter);
    }

    private static object MadeUp(Type type)
    {
        var some = Guid.CreateVersion7();
        if (type == typeof(Guid)) return some;
        if (type == typeof(string)) return $"kept {some:N}"[..20] + some.ToString("N")[^8..];
        if (type == typeof(byte[])) return some.ToByteArray();
        if (type == typeof(bool)) return true;
        if (type == typeof(double)) return 22.5;
        if (type == typeof(long)) return Random.Shared.NextInt64(1, 1L << 40);
        return type == typeof(int) ? Random.Shared.Next(1, 1 << 20) : throw new NotSupportedException($"No value is made up for {type}.");
    }
}
