using Coordination.Host;
using Coordination.Platform;
using Coordination.Tests.Functional.Migrations;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Tests.Functional.Storage;

public sealed class SchemaTests
{
    public static TheoryData<string> Services => [.. RegionModules.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task The_same_migrations_make_the_schema_of_the_model_in_postgresql(string service)
    {
        var module = RegionModules.All.First(m => m.Name == service);
        await using var migrated = await SchemaStore.MakeAsync(service);
        await using var created = await SchemaStore.MakeAsync(service);
        await using var db = MigrationTests.Open(module, migrated.Store);
        await migrated.Store.OpenAsync(db, CancellationToken.None);
        await using var drawn = MigrationTests.Open(module, created.Store);
        await created.RunAsync(drawn.Database.GenerateCreateScript());
        Assert.NotEmpty(await db.Database.GetAppliedMigrationsAsync());
        Assert.Equal(await created.ShapeAsync(), await migrated.ShapeAsync());
        Assert.True((await migrated.ShapeAsync()).Count > 100);
    }

    [Fact]
    public async Task Replicas_that_start_at_once_migrate_once()
    {
        var module = RegionModules.All.First(m => m.Name == "intake");
        await using var schema = await SchemaStore.MakeAsync("intake");
        var stores = Enumerable.Range(0, 5).Select(_ => schema.Another()).ToList();
        await Task.WhenAll(stores.Select(async store =>
        {
            await using var db = MigrationTests.Open(module, store);
            await store.OpenAsync(db, CancellationToken.None);
        }));
        await using var reader = MigrationTests.Open(module, schema.Store);
        Assert.Equal(reader.Database.GetMigrations(), await reader.Database.GetAppliedMigrationsAsync());
        foreach (var store in stores) await store.DisposeAsync();
    }
}
