using Coordination.Platform;
using Coordination.Tests.Functional.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Tests.Functional.Migrations;

/// <summary>A database of the version before, with rows in it, becomes one of this version and loses nothing.</summary>
public sealed class UpgradeTests
{
    [Fact]
    public async Task A_file_keeps_its_rows_and_its_record_through_an_upgrade()
    {
        var folder = Directory.CreateTempSubdirectory("upgrade").FullName;
        try
        {
            var store = new SqliteStore(DataFolder.ConnectionString(Path.Combine(folder, "ledger.db")));
            await UpgradeAsync(() => store, () => new SqliteStore(DataFolder.ConnectionString(Path.Combine(folder, "ledger.db"))));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task A_schema_in_postgresql_keeps_its_rows_and_its_record_through_an_upgrade()
    {
        await using var schema = await SchemaStore.MakeAsync("ledger");
        await UpgradeAsync(() => schema.Store, schema.Another);
    }

    private static async Task UpgradeAsync(Func<IServiceStore> before, Func<IServiceStore> after)
    {
        var (kept, subject) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        byte[] header;
        await using (var db = Open(before()))
        {
            await db.GetService<IMigrator>().MigrateAsync("00000000000001_First");
            await db.Database.ExecuteSqlAsync($"INSERT INTO entries (id, title) VALUES ({kept}, {"kept"})");
            var entry = JournalEntry.Of("test/region/ledger", subject, new Platform.ProbeRaised(kept, 1), db.Now, null);
            db.Add(entry);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            header = entry.Header;
        }
        await using var store = after();
        for (var start = 0; start < 2; start++)
        {
            await using var db = Open(start == 0 ? store : before());
            if (start == 0) await store.OpenAsync(db, CancellationToken.None);
            Assert.Equal(["00000000000001_First", "00000000000002_Weights"], await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken));
            var entry = Assert.Single(await db.Entries.ToListAsync(TestContext.Current.CancellationToken));
            Assert.Equal((kept, "kept", 1), (entry.Id, entry.Title, entry.Weight));
            var row = Assert.Single(await db.Set<JournalEntry>().ToListAsync(TestContext.Current.CancellationToken));
            Assert.Equal(subject, row.Subject);
            Assert.Equal(header, row.Header);
        }
    }

    private static LedgerDb Open(IServiceStore store)
    {
        var options = typeof(StorageSetup).GetMethod(nameof(StorageSetup.Options), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(typeof(LedgerDb)).Invoke(null, [store, "test/region/ledger", null]);
        return new LedgerDb((DbContextOptions<LedgerDb>)options!);
    }
}

/// <summary>A service whose second version weighs what its first one only named.</summary>
internal sealed class LedgerDb(DbContextOptions<LedgerDb> options) : ServiceDb(options)
{
    public DbSet<LedgerEntry> Entries => Set<LedgerEntry>();

    internal Call Now => Call;

    protected override void Model(ModelBuilder model) => model.Entity<LedgerEntry>().ToTable("entries").HasIndex(e => e.Weight);
}

internal sealed class LedgerEntry
{
    public Guid Id { get; set; }
    public string Title { get; set; } = "";
    public int Weight { get; set; }
}

[DbContext(typeof(LedgerDb)), Migration("00000000000001_First")]
internal sealed class FirstLedger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        PlatformTables.Create(migrationBuilder);
        EndedAccessTable.Create(migrationBuilder);
        migrationBuilder.CreateTable("entries", t => new { id = t.Column<Guid>(), title = t.Column<string>() }, constraints: t => t.PrimaryKey("pk_entries", e => e.id));
    }
}

[DbContext(typeof(LedgerDb)), Migration("00000000000002_Weights")]
internal sealed class WeighedLedger : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("weight", "entries", nullable: false, defaultValue: 1);
        migrationBuilder.CreateIndex("ix_entries_weight", "entries", "weight");
    }
}
