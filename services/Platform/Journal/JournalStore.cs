using System.Text.Json;
using Coordination.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Coordination.Platform;

/// <summary>The journal in the service's own database.</summary>
internal sealed class JournalStore(WriteScope writes, IServiceScopeFactory scopes, IServiceStore store, TimeProvider time) : IJournalStore
{
    private bool leads;
    private (long Epoch, DateTimeOffset Until, long Since)? claim;

    public bool Leads => !store.IsShared || Volatile.Read(ref leads);

    public async Task<long?> AcquireAsync(string owner, DateTimeOffset now, TimeSpan lease, CancellationToken ct)
    {
        var epoch = await writes.RunAsync((_, db) => TakeLeaseAsync(db, owner, now, lease, ct), ct, Guard.Own);
        Volatile.Write(ref leads, epoch is not null);
        if (epoch is null) store.Tell(Tiding.Written);
        return epoch;
    }

    private async Task<long?> TakeLeaseAsync(ServiceDb db, string owner, DateTimeOffset now, TimeSpan lease, CancellationToken ct)
    {
        var head = await JournalQueries.HeadRow.In(db)(db, ct);
        if (head is null)
        {
            db.Add(new JournalHead { Epoch = 1, Owner = owner, LeaseUntil = now + lease });
            return 1;
        }
        if (head.Owner != owner && head.LeaseUntil > now && !HasStoodStill(head, lease)) return null;
        var taken = await db.Set<JournalHead>().Where(h => h.Epoch == head.Epoch)
            .ExecuteUpdateAsync(u => u.SetProperty(h => h.Epoch, head.Epoch + 1).SetProperty(h => h.Owner, owner).SetProperty(h => h.LeaseUntil, now + lease), ct);
        return taken == 1 ? head.Epoch + 1 : null;
    }

    /// <summary>
    /// True when another's lease was seen unchanged for as long as a lease lasts, by this process's own measure: it ends further ahead only because the clock
    /// that wrote it was wrong. Taken too early it would do no harm either: the epoch decides who seals.
    /// </summary>
    private bool HasStoodStill(JournalHead head, TimeSpan lease)
    {
        if (claim is { } seen && (seen.Epoch, seen.Until) == (head.Epoch, head.LeaseUntil)) return time.GetElapsedTime(seen.Since) > lease;
        claim = (head.Epoch, head.LeaseUntil, time.GetTimestamp());
        return false;
    }

    public async Task<int> SealAsync(long epoch, int limit, CancellationToken ct)
    {
        try
        {
            var count = await writes.RunAsync((_, db) => SealAsync(db, epoch, limit, ct), ct, Guard.Own);
            if (count > 0) store.Tell(Tiding.Sealed);
            return count;
        }
        catch (FencedException)
        {
            Volatile.Write(ref leads, false);
            throw;
        }
    }

    private async Task<int> SealAsync(ServiceDb db, long epoch, int limit, CancellationToken ct)
    {
        var rows = await JournalQueries.NotSealed.In(db)(db, limit).ToListAsync(ct);
        if (rows.Count == 0) return 0;
        var head = await JournalQueries.HeadRow.In(db)(db, ct) ?? throw new FencedException("nobody may seal yet");
        var last = await LastPositionsAsync(db, rows, ct);
        var (position, hash) = (head.Head, head.Hash);
        foreach (var row in rows)
        {
            var previous = JsonSerializer.Serialize(last[row.Subject].ToDictionary(l => l.Key, l => l.Value.Position), Wire.Json);
            hash = JournalHash.Of(hash, ++position, previous, row.Header, row.Data);
            row.Seal(position, previous, hash);
            Remember(db, last[row.Subject], row);
        }
        var (end, endHash, until) = (position, hash, time.GetUtcNow() + Sealer.Lease);
        Failpoint.Hit("seal.before-head");
        var moved = await db.Set<JournalHead>().Where(h => h.Epoch == epoch && h.Head == head.Head)
            .ExecuteUpdateAsync(u => u.SetProperty(h => h.Head, end).SetProperty(h => h.Hash, endHash).SetProperty(h => h.LeaseUntil, until), ct);
        Failpoint.Hit("seal.after-head");
        return moved == 1 ? rows.Count : throw new FencedException($"epoch {epoch} may no longer seal");
    }

    public async Task<IReadOnlyList<ReceivedEvent>> ReadAsync(long after, int limit, bool imported, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        var rows = await JournalQueries.After.In(db)(db, after, limit, imported).ToListAsync(ct);
        return [.. rows.Select(r => r.ToReceived())];
    }

    public Task<long> CursorAsync(string receiver, string types, CancellationToken ct) => writes.RunAsync(async (_, db) =>
    {
        var cursor = await db.Set<RelayCursor>().FindAsync([receiver], ct);
        if (cursor is null) db.Add(cursor = new RelayCursor { Receiver = receiver });
        else if (types.Split(' ').Except(cursor.Types.Split(' ')).Any()) cursor.Position = 0;
        cursor.Types = types;
        return cursor.Position;
    }, ct, Guard.Own);

    public async Task AdvanceAsync(string receiver, string types, long position, CancellationToken ct)
    {
        await writes.RunAsync((_, db) => db.Set<RelayCursor>().Where(c => c.Receiver == receiver && c.Position < position)
            .ExecuteUpdateAsync(u => u.SetProperty(c => c.Position, position), ct), ct, Guard.Unflushed);
        store.Tell(Tiding.Sealed);
    }

    public async Task<long> HeadAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
        return await JournalQueries.Head.In(db)(db, ct);
    }

    private static async Task<Dictionary<Guid, SortedDictionary<string, JournalSubject>>> LastPositionsAsync(ServiceDb db, List<JournalEntry> rows, CancellationToken ct)
    {
        var subjects = rows.Select(r => r.Subject).Distinct().ToList();
        var stored = (await JournalQueries.Subjects.In(db)(db, subjects).ToListAsync(ct)).ToLookup(r => r.Subject);
        return subjects.ToDictionary(s => s, s => new SortedDictionary<string, JournalSubject>(stored[s].ToDictionary(r => r.Type), StringComparer.Ordinal));
    }

    private static void Remember(ServiceDb db, SortedDictionary<string, JournalSubject> last, JournalEntry row)
    {
        if (!last.TryGetValue(row.Type, out var seen)) db.Add(last[row.Type] = seen = new JournalSubject { Subject = row.Subject, Type = row.Type });
        seen.Position = row.Position!.Value;
    }
}
