using Coordination.Platform;

namespace Coordination.Tests.Simulation;

/// <summary>Tells the store with which epoch a transaction seals, so that <see cref="Leadership"/> can judge it.</summary>
internal sealed class WatchedJournal(IJournalStore journal) : IJournalStore
{
    private static readonly AsyncLocal<long?> Epoch = new();

    internal static long? SealingWith => Epoch.Value;

    public bool Leads => journal.Leads;

    public async Task<int> SealAsync(long epoch, int limit, CancellationToken ct)
    {
        Epoch.Value = epoch;
        return await journal.SealAsync(epoch, limit, ct);
    }

    public Task<long?> AcquireAsync(string owner, DateTimeOffset now, TimeSpan lease, CancellationToken ct) => journal.AcquireAsync(owner, now, lease, ct);

    public Task<IReadOnlyList<ReceivedEvent>> ReadAsync(long after, int limit, bool imported, CancellationToken ct) => journal.ReadAsync(after, limit, imported, ct);

    public Task<long> CursorAsync(string receiver, string types, CancellationToken ct) => journal.CursorAsync(receiver, types, ct);

    public Task AdvanceAsync(string receiver, string types, long position, CancellationToken ct) => journal.AdvanceAsync(receiver, types, position, ct);

    public Task<long> HeadAsync(CancellationToken ct) => journal.HeadAsync(ct);
}
