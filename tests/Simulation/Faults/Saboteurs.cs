using Coordination.Platform;

namespace Coordination.Tests.Simulation;

/// <summary>A journal that is broken on purpose.</summary>
internal class BrokenJournal(IJournalStore journal) : IJournalStore
{
    public virtual Task<long?> AcquireAsync(string owner, DateTimeOffset now, TimeSpan lease, CancellationToken ct) => journal.AcquireAsync(owner, now, lease, ct);

    public virtual Task<int> SealAsync(long epoch, int limit, CancellationToken ct) => journal.SealAsync(epoch, limit, ct);

    public Task<IReadOnlyList<ReceivedEvent>> ReadAsync(long after, int limit, bool imported, CancellationToken ct) => journal.ReadAsync(after, limit, imported, ct);

    public Task<long> CursorAsync(string receiver, string types, CancellationToken ct) => journal.CursorAsync(receiver, types, ct);

    public Task AdvanceAsync(string receiver, string types, long position, CancellationToken ct) => journal.AdvanceAsync(receiver, types, position, ct);

    public Task<long> HeadAsync(CancellationToken ct) => journal.HeadAsync(ct);
}

/// <summary>Seals for whoever asks: a leader that was paused past its lease still writes.</summary>
internal sealed class UnfencedJournal(IJournalStore journal, SimulatedStore store) : BrokenJournal(journal)
{
    public override Task<int> SealAsync(long epoch, int limit, CancellationToken ct) =>
        base.SealAsync(store.Read("SELECT epoch FROM journal_head", r => r.GetInt64(0))[0], limit, ct);
}

/// <summary>Gives the lease to whoever asks.</summary>
internal sealed class UnleasedJournal(IJournalStore journal) : BrokenJournal(journal)
{
    public override Task<long?> AcquireAsync(string owner, DateTimeOffset now, TimeSpan lease, CancellationToken ct) => base.AcquireAsync(owner, now.AddDays(1), lease - TimeSpan.FromDays(1) + TimeSpan.FromHours(1), ct);
}

/// <summary>Forgets that a clock fired.</summary>
internal sealed class ForgetfulClocks(IClockStore clocks, SimulatedStore store, string forget) : IClockStore
{
    private readonly HashSet<Guid> forgotten = [];

    public Task<DateTimeOffset?> NextWakeAsync(CancellationToken ct) => clocks.NextWakeAsync(ct);

    public Task<IReadOnlyList<DueClock>> DueAsync(DateTimeOffset realNow, int limit, CancellationToken ct) => clocks.DueAsync(realNow, limit, ct);

    public Task<bool> IsDueAsync(Guid? exercise, DateTimeOffset realNow, CancellationToken ct) => clocks.IsDueAsync(exercise, realNow, ct);

    public async Task<bool> FireAsync(Guid clock, DateTimeOffset realNow, CancellationToken ct)
    {
        var fired = await clocks.FireAsync(clock, realNow, ct);
        if (forgotten.Add(clock)) store.Execute($"UPDATE clocks SET {forget} WHERE id = '{clock.ToString().ToUpperInvariant()}'");
        return fired;
    }

    public Task PutOffAsync(Guid clock, DateTimeOffset until, CancellationToken ct) => clocks.PutOffAsync(clock, until, ct);
}
