using System.Collections.Concurrent;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Coordination.Tests.Simulation;

/// <summary>Lends contexts as the product does, each bound to the one connection of the store. What a killed process held never comes back.</summary>
internal sealed class SimulatedContexts(SimulatedStore store, string source) : IDbContextFactory<SimulatedDb>
{
    private static readonly ConcurrentDictionary<string, PooledDbContextFactory<SimulatedDb>> Kept = new();

    public SimulatedDb CreateDbContext()
    {
        var db = Kept.GetOrAdd(source, s => new(StorageSetup.Options<SimulatedDb>(new SqliteStore("Data Source=unused"), s, null))).CreateDbContext();
        db.Database.SetDbConnection(store.Connection, contextOwnsConnection: false);
        return db;
    }
}
