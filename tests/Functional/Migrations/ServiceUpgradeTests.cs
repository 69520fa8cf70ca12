using Coordination.Contracts.Events;
using Coordination.Host;
using Coordination.Platform;
using Coordination.Tests.Functional.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Tests.Functional.Migrations;

/// <summary>Every service's database of the first release becomes one of this release, in both databases; no row of it is lost or changed, and that release still writes there.</summary>
public sealed class ServiceUpgradeTests
{
    private static readonly Guid Flood = Guid.CreateVersion7();

    public static TheoryData<string> Services => [.. RegionModules.All.Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_file_of_the_first_release_keeps_every_row(string service)
    {
        var folder = Directory.CreateTempSubdirectory("upgrade").FullName;
        try
        {
            await UpgradeAsync(service, () => new SqliteStore(DataFolder.ConnectionString(Path.Combine(folder, "old.db"))));
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_schema_of_the_first_release_in_postgresql_keeps_every_row(string service)
    {
        await using var schema = await SchemaStore.MakeAsync(service);
        await UpgradeAsync(service, schema.Another);
    }

    private static async Task UpgradeAsync(string service, Func<IServiceStore> store)
    {
        var ct = TestContext.Current.CancellationToken;
        var module = RegionModules.All.First(m => m.Name == service);
        await using var before = MigrationTests.Open(module, store());
        var old = new FirstRelease(before, service switch { "command" => Command, "exchange" => Log, "oversight" => Timeline, _ => [] });
        await old.MakeAsync(ct);
        var kept = await old.RowsAsync(before, ct);
        Assert.True(kept.Count > 10, $"{service} had {kept.Count} rows");

        var upgraded = store();
        await using var after = MigrationTests.Open(module, upgraded);
        await upgraded.OpenAsync(after, ct);
        Assert.Equal(after.Database.GetMigrations(), await after.Database.GetAppliedMigrationsAsync(ct));
        Assert.Equal(kept, await old.RowsAsync(after, ct));
        if (service == "command") await WhoSawTheFloodStillDoesAsync(after, ct);
        if (service is "exchange" or "oversight") await TheFloodIsItsPartiesOwnAsync(after, ct);

        // Beside the new ones, or after a downgrade, replicas of the first release go on: all that they write is taken, and nothing that they know is gone.
        await old.WriteAsync(after, new Dictionary<string, object>(), ct);
        var both = await old.RowsAsync(after, ct);
        Assert.Equal(2 * kept.Count, both.Count);
        Assert.Empty(kept.Except(both));
    }

    /// <summary>The first release did not write down who may see an incident: it follows from who takes part, was ordered, was told, and held a power.</summary>
    private static async Task WhoSawTheFloodStillDoesAsync(ServiceDb db, CancellationToken ct)
    {
        var parties = await db.Set<SubjectParty>().Where(p => p.Subject == Flood).OrderBy(p => p.Agency).ToListAsync(ct);
        Assert.Equal(
            ["fire:acts", "flood-office:acts", "health:reads", "police:acts", "traffic:acts", "weather:acts"],
            parties.Select(p => $"{p.Agency}:{(p.IsReader ? "reads" : "acts")}"));
        var power = Assert.Single(await db.Set<AgencyPower>().ToListAsync(ct));
        Assert.Equal(("province", AuthorityPower.KeepDuty, "420000"), (power.Agency, power.Power, power.Jurisdiction));
        var (sees, hidden) = (db.HiddenFrom("health", isReading: true), db.HiddenFrom("health", isReading: false));
        Assert.False(await sees.AnyAsync(p => p.Subject == Flood, ct));
        Assert.True(await hidden.AnyAsync(p => p.Subject == Flood, ct));
        Assert.True(await db.HiddenFrom("bank", isReading: true).AnyAsync(p => p.Subject == Flood, ct));
    }

    /// <summary>Of what came as events the services that keep them know as much: it is not open to all because it is old.</summary>
    private static async Task TheFloodIsItsPartiesOwnAsync(ServiceDb db, CancellationToken ct)
    {
        Assert.Equal(("county", "/220221/"), await db.Set<SubjectPlace>().Where(p => p.Subject == Flood).Select(p => new ValueTuple<string, string>(p.Owner, p.Chain)).SingleAsync(ct));
        Assert.Equal("county", Assert.Single(await db.Set<SubjectParty>().Where(p => p.Subject == Flood).ToListAsync(ct)).Agency);
        Assert.True(await db.HiddenFrom("bank", isReading: true).AnyAsync(p => p.Subject == Flood, ct));
        Assert.False(await db.HiddenFrom("county", isReading: true).AnyAsync(p => p.Subject == Flood, ct));
    }

    private static readonly string Opened = $$"""{"incidentId":"{{Flood}}","jurisdiction":"220221","ownerAgency":"county"}""";

    private static readonly Dictionary<string, object> Log = new() { ["journal.type"] = "command.incident-opened.v1", ["journal.type:must"] = "x.y.v1", ["journal.data"] = System.Text.Encoding.UTF8.GetBytes(Opened) };

    private static readonly Dictionary<string, object> Timeline = new() { ["timeline.type"] = "command.incident-opened.v1", ["timeline.type:must"] = "x.y.v1", ["timeline.facts"] = Opened };

    /// <summary>What the first release held in Command: an order that was issued and one that was not, a power that ended and one that holds.</summary>
    private static readonly Dictionary<string, object> Command = new()
    {
        ["incidents.id"] = Flood,
        ["incidents.id:must"] = Guid.CreateVersion7(),
        ["incidents.jurisdiction"] = "420106",
        ["incidents.participants"] = """["fire","police"]""",
        ["incidents.participants:must"] = "[]",
        ["orders.incident_id"] = Flood,
        ["orders.from_agency"] = "flood-office",
        ["orders.task"] = """{"kind":"Evacuate","toAgency":"police","alternateAgency":"traffic","copyTo":["health","fire"]}""",
        ["orders.task:must"] = """{"kind":"Evacuate","toAgency":"never-asked"}""",
        ["command_transfers.incident_id"] = Flood,
        ["command_transfers.from_agency"] = "fire",
        ["command_transfers.to_agency"] = "weather",
        ["authority_grants.agency"] = "county",
        ["authority_grants.agency:must"] = "province",
        ["authority_grants.power"] = "KeepDuty",
        ["authority_grants.jurisdiction"] = "420000",
    };
}
