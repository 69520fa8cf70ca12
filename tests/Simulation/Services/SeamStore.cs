using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Tests.Simulation;

/// <summary>The simulated store as Platform sees it: a lane, and no word from other replicas, who are found out by the backstops alone.</summary>
internal sealed class SeamStore(IWriteLane lane) : IServiceStore
{
    public bool IsShared => false;

    public IWriteLane Lane => lane;

    public void Use(DbContextOptionsBuilder builder) { }

    public Task OpenAsync(ServiceDb db, CancellationToken ct) => Task.CompletedTask;

    public void Tell(Tiding tiding) { }

    public Task ListenAsync(CancellationToken ct) => Task.CompletedTask;

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
