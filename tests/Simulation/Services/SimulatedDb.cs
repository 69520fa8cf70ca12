using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Tests.Simulation;

/// <summary>The tables of all simulated services: what was asked, and what came of it.</summary>
internal sealed class SimulatedDb(DbContextOptions<SimulatedDb> options) : ServiceDb(options)
{
    private static readonly Lazy<string> Script = new(() =>
    {
        using var db = new SimulatedDb(StorageSetup.Options<SimulatedDb>(new SqliteStore("Data Source=:memory:"), "schema", null));
        return db.Database.GenerateCreateScript();
    });

    internal static string Schema => Script.Value;

    protected override void Model(ModelBuilder model)
    {
        model.Entity<Command>().ToTable("commands").HasKey(c => c.Id);
        model.Entity<Thing>().ToTable("things").HasKey(t => t.Id);
        model.Entity<Effect>().ToTable("effects").HasKey(e => e.Number);
        model.Entity<Reaction>().ToTable("reactions").HasKey(r => r.Number);
    }
}

/// <summary>A command that was carried out; its id is the client's.</summary>
internal sealed class Command
{
    public Guid Id { get; set; }
}

/// <summary>What events are about.</summary>
internal sealed class Thing
{
    public Guid Id { get; set; }
    public int Version { get; set; } = 1;
}

/// <summary>One row for each time an event was handled: nothing stops a second one but the code under test.</summary>
internal sealed class Effect
{
    public long Number { get; set; }
    public string Source { get; set; } = "";
    public long Position { get; set; }
    public Guid EventId { get; set; }
    public Guid Subject { get; set; }
}

/// <summary>One row for each time a clock's warning or breach was reacted to.</summary>
internal sealed class Reaction
{
    public long Number { get; set; }
    public Guid ClockId { get; set; }
    public string Step { get; set; } = "";
}
