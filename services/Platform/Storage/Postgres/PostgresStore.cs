using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Coordination.Platform;

/// <summary>A schema in PostgreSQL, shared by the replicas of one instance.</summary>
internal sealed partial class PostgresStore : IServiceStore
{
    private const string History = "__EFMigrationsHistory";
    private readonly PostgresAddress address;
    private readonly NpgsqlDataSource source;
    private readonly PostgresLane lane;
    private readonly PostgresTidings tidings;
    private readonly TimeProvider time;
    private readonly ILogger<PostgresStore> log;

    public PostgresStore(PostgresAddress address, Wakes wakes, SealedWatch watch, TimeProvider time, ILogger<PostgresStore> log)
    {
        (this.address, this.time, this.log) = (address, time, log);
        source = NpgsqlDataSource.Create(address.ConnectionString);
        lane = new(source, time, () => wakes.All(time.GetUtcNow()));
        tidings = new(source, address, wakes, watch, time);
    }

    public bool IsShared => true;

    public IWriteLane Lane => lane;

    public void Use(DbContextOptionsBuilder builder) => builder.UseNpgsql(source, o => o
        .MigrationsHistoryTable(History, address.Schema).SetPostgresVersion(15, 0).ExecutionStrategy(d => new ReadRetries(d))).AddInterceptors(new CommitWithRows(), new Connections(source.CreateConnection));

    public async Task OpenAsync(ServiceDb db, CancellationToken ct)
    {
        for (var failures = 0; ; failures++)
        {
            try
            {
                await MigrateAsync(db, ct);
                return;
            }
            catch (Exception e) when (PostgresFaults.IsLoss(e))
            {
                Waiting(log, address.Schema, e.GetBaseException().Message);
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Min(5000, 250 << Math.Min(failures, 5))), time, ct);
            }
        }
    }

    public void Tell(Tiding tiding) => tidings.Tell(tiding);

    public Task ListenAsync(CancellationToken ct) => tidings.RunAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        lane.Dispose();
        tidings.Dispose();
    }

    /// <summary>Replicas start at once: the first migrates, the others wait for it on a lock that ends with its connection.</summary>
    internal async Task MigrateAsync(ServiceDb db, CancellationToken ct)
    {
        // Not from the pool, which would keep the lock with the connection.
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(address.ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        await using var take = new NpgsqlCommand("SELECT pg_advisory_lock(hashtext('coordination'), hashtext($1))", connection) { CommandTimeout = 0 };
        take.Parameters.Add(new() { Value = address.Schema });
        await take.ExecuteNonQueryAsync(ct);
        Failpoint.Hit("migrate.begun");
        // A large table takes as long as it takes.
        db.Database.SetCommandTimeout(0);
        if (db.Database.GetMigrations().Any()) await db.Database.MigrateAsync(ct);
        else await CreateAsync(db, connection, ct);
        db.Database.SetCommandTimeout(null);
        Failpoint.Hit("migrate.done");
    }

    /// <summary>A module without migrations gets its tables from the model, once.</summary>
    private async Task CreateAsync(ServiceDb db, NpgsqlConnection connection, CancellationToken ct)
    {
        await using var find = new NpgsqlCommand("SELECT 1 FROM pg_tables WHERE schemaname = $1 AND tablename = 'journal'", connection);
        find.Parameters.Add(new() { Value = address.Schema });
        if (await find.ExecuteScalarAsync(ct) is not null) return;
        await using var create = new NpgsqlCommand(db.Database.GenerateCreateScript(), connection);
        await create.ExecuteNonQueryAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database of {Schema} cannot be opened yet; trying again: {Reason}")]
    private static partial void Waiting(ILogger log, string schema, string reason);
}
