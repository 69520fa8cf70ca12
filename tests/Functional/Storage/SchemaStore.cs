using Coordination.CommandLine.Provisioning;
using Coordination.Platform;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Coordination.Tests.Functional.Storage;

/// <summary>A schema of its own for one test, with the role that a service instance gets.</summary>
internal sealed class SchemaStore : IAsyncDisposable
{
    private readonly string connection;
    private readonly string name;

    private SchemaStore(string connection, string name)
    {
        (this.connection, this.name) = (connection, name);
        Store = Another();
    }

    internal PostgresStore Store { get; }

    internal static async Task<SchemaStore> MakeAsync(string service)
    {
        var agency = $"t{Guid.NewGuid():N}"[..12];
        var instance = $"{service}@{agency}";
        return new((await Provisioned.MakeAsync([instance]))[instance], DatabaseProvision.RoleOf(instance));
    }

    /// <summary>As another replica reaches it.</summary>
    internal PostgresStore Another() => new(new(connection, name), new Wakes(TimeProvider.System), new SealedWatch(), TimeProvider.System, NullLogger<PostgresStore>.Instance);

    internal async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Every column, index and constraint.</summary>
    internal async Task<IReadOnlyList<string>> ShapeAsync()
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("""
            SELECT table_name || ' | ' || ordinal_position || ' ' || column_name || ' ' || data_type || ' null=' || is_nullable || ' identity=' || is_identity
            FROM information_schema.columns WHERE table_schema = $1 AND table_name NOT LIKE '\_\_EF%'
            UNION SELECT tablename || ' / ' || replace(indexdef, $1 || '.', '') FROM pg_indexes WHERE schemaname = $1 AND tablename NOT LIKE '\_\_EF%'
            UNION SELECT conrelid::regclass || ' -> ' || conname || ' ' || replace(pg_get_constraintdef(oid), $1 || '.', '') FROM pg_constraint
            WHERE connamespace = $1::regnamespace AND conname NOT LIKE '%\_\_EF%'
            ORDER BY 1
            """);
        command.Parameters.Add(new() { Value = name });
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
