using Coordination.CommandLine.Servers;
using Npgsql;

namespace Coordination.Tests.Functional.Platform;

/// <summary>A database for one probe region. Its roles get one password, so that one connection string with <c>{instance}</c> serves all.</summary>
internal static class ProbeDatabase
{
    internal static async Task<string> MakeAsync(LocalPostgres server)
    {
        var name = $"probe_{Guid.NewGuid():N}";
        await RunAsync(server.AdminConnection, $"CREATE DATABASE {name}");
        var admin = new NpgsqlConnectionStringBuilder(server.AdminConnection) { Database = name };
        // A role belongs to the whole server: these are of this database by name.
        foreach (var instance in (string[])["probe", "watcher", "second"])
        {
            await RunAsync(admin.ToString(), $"CREATE ROLE {instance}_{name} LOGIN PASSWORD '{admin.Password}'");
            await RunAsync(admin.ToString(), $"CREATE SCHEMA {instance} AUTHORIZATION {instance}_{name}");
            await RunAsync(admin.ToString(), $"ALTER ROLE {instance}_{name} SET enable_seqscan = off");
            await RunAsync(admin.ToString(), $"ALTER ROLE {instance}_{name} SET jit = off");
        }
        return new NpgsqlConnectionStringBuilder(admin.ToString()) { Username = $"{{instance}}_{name}", Pooling = true }.ToString();
    }

    private static async Task RunAsync(string connection, string sql)
    {
        await using var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync();
        await using var command = new NpgsqlCommand(sql, opened);
        await command.ExecuteNonQueryAsync();
    }
}
