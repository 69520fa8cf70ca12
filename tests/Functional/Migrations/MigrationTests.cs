using Coordination.Host;
using Coordination.Platform;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Tests.Functional.Migrations;

public sealed class MigrationTests
{
    public static TheoryData<string> Services => [.. RegionModules.All.Select(m => m.Name)];

    /// <summary>COORDINATION_ACCEPT=1 drafts the first migrations anew from the models.</summary>
    [Theory]
    [MemberData(nameof(Services))]
    public async Task The_migrated_schema_is_the_schema_of_the_model(string service)
    {
        var module = RegionModules.All.First(m => m.Name == service);
        var folder = Directory.CreateTempSubdirectory("migrations").FullName;
        try
        {
            await using var migrated = Open(module, Path.Combine(folder, "migrated.db"));
            if (Environment.GetEnvironmentVariable("COORDINATION_ACCEPT") == "1")
            {
                Draft(module, migrated);
                return;
            }
            await using var created = Open(module, Path.Combine(folder, "created.db"));
            await created.Database.EnsureCreatedAsync();
            await SqliteStore.MigrateAsync(migrated, CancellationToken.None);
            Assert.NotEmpty(await migrated.Database.GetAppliedMigrationsAsync());
            Assert.Equal(await SchemaAsync(created), await SchemaAsync(migrated));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static ServiceDb Open(ServiceModule module, string file) => Open(module, new SqliteStore(DataFolder.ConnectionString(file)));

    internal static ServiceDb Open(ServiceModule module, IServiceStore store)
    {
        var options = typeof(StorageSetup).GetMethod(nameof(StorageSetup.Options), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(module.DbType).Invoke(null, [store, "test/region/none", null]);
        return (ServiceDb)Activator.CreateInstance(module.DbType, options)!;
    }

    /// <summary>Every table's columns and every index, without regard to how SQL was spelled.</summary>
    private static async Task<IReadOnlyList<string>> SchemaAsync(ServiceDb db)
    {
        const string sql = """
            SELECT m.name || ' | ' || c.cid || ' ' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' pk=' || c.pk AS "Value"
            FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\' AND m.name NOT LIKE 'sqlite%'
            UNION SELECT m.tbl_name || ' / ' || i.seqno || ' ' || i.name || ' of ' || m.name || ' unique=' || x."unique"
            FROM sqlite_master m, pragma_index_info(m.name) i, pragma_index_list(m.tbl_name) x WHERE m.type = 'index' AND x.name = m.name AND m.tbl_name NOT LIKE '\_\_EF%' ESCAPE '\'
            UNION SELECT m.name || ' -> ' || f."table" || ' ' || f."from" || ' ' || f."to" || ' ' || f.on_delete
            FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
            """;
        return [.. (await db.Database.SqlQueryRaw<string>(sql).ToListAsync()).Order(StringComparer.Ordinal)];
    }

    private static void Draft(ServiceModule module, ServiceDb db)
    {
        var root = Root();
        var name = module.GetType().Namespace!.Split('.')[^1];
        var path = Path.Combine(root, "services", name, "Migrations", "M0001Initial.cs");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, MigrationWriter.Service(db, name, module.DbType.Name));
        if (module.Name == "exchange") File.WriteAllText(Path.Combine(root, "services", "Platform", "Storage", "PlatformTables.cs"), MigrationWriter.Platform(db));
    }

    internal static string Root()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Coordination.sln"))) at = Path.GetDirectoryName(at)!;
        return at;
    }
}
