using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Coordination.Platform;

/// <summary>Registers a service's database: a file of its own, or a schema of its own in PostgreSQL when the process is given one.</summary>
internal static class StorageSetup
{
    /// <summary>As many contexts as an instance keeps for the next calls; more are made when more are needed, and thrown away.</summary>
    private const int KeptContexts = 32;

    internal static void AddStore(this IServiceCollection services, SharedParts shared, ServiceInstance instance)
    {
        services.AddSingleton<IServiceStore>(p => shared.Options.Database is { } database
            ? ActivatorUtilities.CreateInstance<PostgresStore>(p, PostgresAddress.Of(database.For(instance), instance))
            : new SqliteStore(DataFolder.ConnectionString(shared.Data.FileOf(instance))));
        services.AddSingleton(p => p.GetRequiredService<IServiceStore>().Lane);
    }

    internal static void AddServiceDb<TDb>(this IServiceCollection services) where TDb : ServiceDb
    {
        services.AddSingleton<IDbContextFactory<TDb>>(p => new PooledDbContextFactory<TDb>(
            Options<TDb>(p.GetRequiredService<IServiceStore>(), p.GetRequiredService<ServiceInstance>().Source, p.GetService<ILoggerFactory>()), KeptContexts));
        services.AddScoped<DbLease<TDb>>();
        services.AddScoped(p => p.GetRequiredService<DbLease<TDb>>().Db);
        services.AddScoped<ServiceDb>(p => p.GetRequiredService<TDb>());
    }

    internal static DbContextOptions<TDb> Options<TDb>(IServiceStore store, string source, ILoggerFactory? logs) where TDb : ServiceDb
    {
        var builder = new DbContextOptionsBuilder<TDb>();
        store.Use(builder);
        builder.ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning, CoreEventId.ManyServiceProvidersCreatedWarning,
            CoreEventId.RowLimitingOperationWithoutOrderByWarning, CoreEventId.FirstWithoutOrderByAndFilterWarning));
        builder.ReplaceService<IStructuralTypeMaterializerSource, SharedRows>();
        if (Failpoint.IsArmed) builder.AddInterceptors(new MigrationFailpoint());
        // Not UseLoggerFactory: for each of those the library keeps all it knows, every model and every compiled question, apart and for ever.
        if (logs is not null) builder.UseApplicationServiceProvider(new OnlyLogs(logs));
        ((IDbContextOptionsBuilderInfrastructure)builder).AddOrUpdateExtension(new SourceExtension(source));
        return builder.Options;
    }

    private sealed class OnlyLogs(ILoggerFactory logs) : IServiceProvider
    {
        public object? GetService(Type type) => type == typeof(ILoggerFactory) ? logs : null;
    }
}
