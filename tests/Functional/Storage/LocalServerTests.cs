using Coordination.CommandLine.Servers;
using Npgsql;

namespace Coordination.Tests.Functional.Storage;

public sealed class LocalServerTests
{
    [Fact]
    public async Task A_private_server_keeps_what_was_committed_when_it_is_killed()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"coordination-kill-{Guid.NewGuid():N}");
        try
        {
            await using var server = await LocalPostgres.StartAsync(folder, CancellationToken.None);
            await RunAsync(server, "CREATE TABLE kept(id int); INSERT INTO kept VALUES (7)");
            await server.KillAsync(CancellationToken.None);
            Assert.False(server.IsRunning);
            await server.StartAsync(CancellationToken.None);
            Assert.Equal(7, await RunAsync(server, "SELECT id FROM kept"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Nobody_enters_a_private_server_without_its_password()
    {
        var server = await PrivatePostgres.ServerAsync();
        var stranger = new NpgsqlConnectionStringBuilder(server.AdminConnection) { Password = "guess" };
        await using var connection = new NpgsqlConnection(stranger.ToString());
        var refused = await Assert.ThrowsAsync<PostgresException>(() => connection.OpenAsync());
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    private static async Task<object?> RunAsync(LocalPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.AdminConnection);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
