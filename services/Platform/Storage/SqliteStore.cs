using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>A SQLite file, written by this process alone.</summary>
internal sealed class SqliteStore(string connectionString) : IServiceStore
{
    private readonly SqliteLane lane = new(connectionString);

    public bool IsShared => false;

    public IWriteLane Lane => lane;

    /// <summary>A list travels as one parameter, as it does to PostgreSQL: with one for each of its items EF Core writes the command anew every time.</summary>
    public void Use(DbContextOptionsBuilder builder) => builder.UseSqlite(connectionString, o => o.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
        .AddInterceptors(new Pragmas(), new Connections(() => new SqliteConnection(connectionString)));

    public async Task OpenAsync(ServiceDb db, CancellationToken ct)
    {
        await MigrateAsync(db, ct);
        lane.Start();
    }

    public void Tell(Tiding tiding) { }

    public Task ListenAsync(CancellationToken ct) => Task.CompletedTask;

    public ValueTask DisposeAsync() => lane.DisposeAsync();

    /// <summary>The caller owns the folder, so a lock row that a killed migration left behind is stale: it is removed, or it would hang this start for ever.</summary>
    internal static async Task MigrateAsync(ServiceDb db, CancellationToken ct)
    {
        await using (var connection = await Pragmas.OpenAsync(db.Database.GetConnectionString()!, ct))
            await Pragmas.ExecuteAsync(connection, "DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        Failpoint.Hit("migrate.begun");
        if (db.Database.GetMigrations().Any()) await db.Database.MigrateAsync(ct);
        else await db.Database.EnsureCreatedAsync(ct);
        Failpoint.Hit("migrate.done");
        SqliteConnection.ClearAllPools();
    }
}
