using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>Registers a service's context and brings its file to the newest schema.</summary>
internal static class StorageSetup
{
    internal static void AddServiceDb<TDb>(this IServiceCollection services, string connectionString) where TDb : ServiceDb
    {
        services.AddSingleton(p => Options<TDb>(connectionString, p.GetRequiredService<ServiceInstance>().Source, p.GetService<ILoggerFactory>()));
        services.AddScoped<TDb>();
        services.AddScoped<ServiceDb>(p => p.GetRequiredService<TDb>());
        services.AddSingleton(_ => new SqliteLane(connectionString));
        services.AddSingleton<IWriteLane>(p => p.GetRequiredService<SqliteLane>());
    }

    internal static DbContextOptions<TDb> Options<TDb>(string connectionString, string source, ILoggerFactory? logs) where TDb : ServiceDb
    {
        var builder = new DbContextOptionsBuilder<TDb>()
            .UseSqlite(connectionString)
            .AddInterceptors(new Pragmas())
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning, CoreEventId.ManyServiceProvidersCreatedWarning,
                CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning));
        if (logs is not null) builder.UseLoggerFactory(logs);
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new SourceExtension(source));
        return builder.Options;
    }

    /// <summary>
    /// Applies the migrations. The caller owns the folder, so a lock row that a killed migration left behind is stale: it is removed,
    /// or it would hang this start for ever.
    /// </summary>
    internal static async Task MigrateAsync(ServiceDb db, CancellationToken ct)
    {
        await using (var connection = await Pragmas.OpenAsync(db.Database.GetConnectionString()!, ct))
            await Pragmas.ExecuteAsync(connection, "DROP TABLE IF EXISTS \"__EFMigrationsLock\"", ct);
        if (db.Database.GetMigrations().Any()) await db.Database.MigrateAsync(ct);
        else await db.Database.EnsureCreatedAsync(ct);
        SqliteConnection.ClearAllPools();
    }
}
