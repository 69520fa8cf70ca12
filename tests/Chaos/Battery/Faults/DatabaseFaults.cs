using Coordination.CommandLine.Servers;
using Npgsql;

namespace Coordination.Tests.Chaos;

/// <summary>F5: what a database does to those who use it. Ended by the statements that take it back, on a server that runs.</summary>
internal sealed class DatabaseFault(string name, Func<LocalPostgres, Task> strike, TimeSpan lasts, params string[] end) : IFault
{
    private static readonly TimeSpan AWhile = TimeSpan.FromSeconds(6);
    private const string EndSessions = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND backend_type = 'client backend'";
    private const string Reload = "SELECT pg_reload_conf()";

    public string Name => $"F5 database {name}";

    /// <summary>As a power cut: what was not flushed is gone.</summary>
    internal static DatabaseFault Killed { get; } = new("stopped at once", d => d.KillAsync(CancellationToken.None), TimeSpan.FromSeconds(3));

    internal static DatabaseFault Restarted { get; } = new("restarted", d => d.StopAsync(CancellationToken.None), TimeSpan.Zero);

    internal static DatabaseFault SessionsEnded { get; } = new("ends sessions", async database =>
    {
        for (var n = 0; n < 20; n++)
        {
            await SayAsync(database, EndSessions);
            await Until.LastsAsync(TimeSpan.FromMilliseconds(200));
        }
    }, TimeSpan.Zero);

    /// <summary>Someone holds a lock on the journals for longer than a write waits.</summary>
    internal static DatabaseFault Locked(TimeSpan time) => new($"locked for {time.TotalSeconds} s", async database =>
    {
        await using var connection = new NpgsqlConnection(database.AdminConnection);
        await connection.OpenAsync();
        await using var holding = await connection.BeginTransactionAsync();
        await using var take = new NpgsqlCommand("LOCK TABLE intake.journal, command.journal IN ACCESS EXCLUSIVE MODE", connection);
        await take.ExecuteNonQueryAsync();
        await Until.LastsAsync(time);
    }, TimeSpan.Zero);

    internal static DatabaseFault ReadOnly { get; } = new("read-only",
        d => SayAsync(d, "ALTER SYSTEM SET default_transaction_read_only = on", Reload), AWhile, "ALTER SYSTEM RESET default_transaction_read_only", Reload);

    internal static DatabaseFault Exhausted { get; } = new("out of connections",
        d => SayAsync(d, "ALTER ROLE intake CONNECTION LIMIT 1", "ALTER ROLE command CONNECTION LIMIT 1", EndSessions), AWhile,
        "ALTER ROLE intake CONNECTION LIMIT -1", "ALTER ROLE command CONNECTION LIMIT -1");

    public async Task InjectAsync(BatteryRegion region, CancellationToken ct)
    {
        await strike(region.Running.Postgres!);
        await Until.LastsAsync(lasts);
    }

    public async Task EndAsync(BatteryRegion region, CancellationToken ct)
    {
        var database = region.Running.Postgres!;
        if (!database.IsRunning) await database.StartAsync(ct);
        await SayAsync(database, end);
    }

    private static async Task SayAsync(LocalPostgres database, params string[] statements)
    {
        await using var connection = new NpgsqlConnection(database.AdminConnection);
        await connection.OpenAsync();
        foreach (var statement in statements.Prepend("SET default_transaction_read_only = off"))
        {
            await using var command = new NpgsqlCommand(statement, connection);
            await command.ExecuteNonQueryAsync();
        }
    }
}
