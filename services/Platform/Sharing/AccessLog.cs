using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>
/// Writes which agency read what belongs to another. The first reading of an hour is durable before anything of it is told; later ones of the same
/// reader, subject and operation are counted here and written now and then. An agency that reads its own leaves no entry.
/// </summary>
public sealed class AccessLog
{
    private const int Together = 512;

    private readonly ConcurrentDictionary<AccessKey, AccessCount> counts = new();
    private readonly ConcurrentDictionary<Guid, SubjectPlace> places = new();
    private readonly Lock gate = new();
    private readonly List<AccessCount> pending = [];
    private readonly WriteScope writes;
    private readonly TimeProvider time;
    private bool isWriting;
    private long looked;

    internal AccessLog(WriteScope writes, TimeProvider time) => (this.writes, this.time) = (writes, time);

    /// <summary>Notes what is about to be told. What belongs to no shared subject is passed over.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be written now, so nothing may be told.</exception>
    public async Task NoteAsync(ServiceDb db, Reading by, IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(subjects);
        await NoteAsync(by, await PlacesAsync(db, subjects, ct), ct);
    }

    /// <summary>Notes what a call is about to be told.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be written now, so nothing may be told.</exception>
    internal async Task NoteAsync(ServiceDb db, Reading by, Call call, CancellationToken ct)
    {
        var about = await PlacesAsync(db, [.. call.Seen.Where(s => s.Owner is null).Select(s => s.Subject)], ct);
        foreach (var seen in call.Seen)
            if (seen.Owner is { } owner) about.Add(new() { Subject = seen.Subject, ExerciseId = call.Exercise, Owner = owner });
        await NoteAsync(by, about, ct);
    }

    private async Task<List<SubjectPlace>> PlacesAsync(ServiceDb db, IReadOnlyCollection<Guid> subjects, CancellationToken ct)
    {
        var known = new List<SubjectPlace>(subjects.Count);
        var others = new List<Guid>();
        foreach (var subject in subjects)
            if (places.TryGetValue(subject, out var place)) known.Add(place);
            else others.Add(subject);
        if (others.Count == 0) return known;
        foreach (var place in await db.Set<SubjectPlace>().AsNoTracking().Where(p => others.Contains(p.Subject)).ToListAsync(ct))
        {
            if (place.Owner.Length > 0) places.TryAdd(place.Subject, place);
            known.Add(place);
        }
        return known;
    }

    /// <summary>Notes what is about to be told, by the places of its subjects.</summary>
    /// <exception cref="StorageUnavailableException">It cannot be written now, so nothing may be told.</exception>
    public async Task NoteAsync(Reading by, IEnumerable<SubjectPlace> about, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(by);
        ArgumentNullException.ThrowIfNull(about);
        var now = time.GetUtcNow();
        var (fresh, waits) = (new List<AccessCount>(), new List<Task>());
        foreach (var place in about)
        {
            if (place.Owner == by.Agency) continue;
            var key = new AccessKey(AccessKey.HourOf(now), place.Subject, by);
            waits.Add(Count(key, place, now, fresh).Written);
        }
        if (fresh.Count > 0) Enqueue(fresh);
        await Task.WhenAll(waits).WaitAsync(ct);
    }

    /// <summary>The entry, counted once more; one that was not there is among those that are to be written. Another's may fail meanwhile: then it is made anew.</summary>
    private AccessCount Count(AccessKey key, SubjectPlace place, DateTimeOffset now, List<AccessCount> fresh)
    {
        while (true)
        {
            if (counts.TryGetValue(key, out var count))
            {
                count.Again(now);
                return count;
            }
            var made = new AccessCount(key, place, now);
            if (!counts.TryAdd(key, made)) continue;
            fresh.Add(made);
            return made;
        }
    }

    /// <summary>One writer for all who wait: ten thousand readers of one event are a few transactions, and keep no other waiting.</summary>
    private void Enqueue(List<AccessCount> fresh)
    {
        lock (gate)
        {
            pending.AddRange(fresh);
            if (isWriting) return;
            isWriting = true;
        }
        _ = Task.Run(async () =>
        {
            while (Next() is { Count: > 0 } some) await WriteAsync(some);
        });
    }

    private List<AccessCount> Next()
    {
        lock (gate)
        {
            List<AccessCount> some = [.. pending.Take(Together)];
            pending.RemoveRange(0, some.Count);
            isWriting = some.Count > 0;
            return some;
        }
    }

    /// <summary>Writes how often things were read since, and lets go of the hours before this one.</summary>
    internal async Task CountAsync(CancellationToken ct)
    {
        var hour = AccessKey.HourOf(time.GetUtcNow());
        foreach (var some in counts.Values.Where(c => c.IsBehind).Chunk(256))
            (await writes.RunAsync(async (_, db) =>
            {
                var said = new List<(AccessCount Count, int Total)>(some.Length);
                foreach (var count in some) said.Add((count, await count.WriteAsync(db, ct)));
                return said;
            }, ct, Guard.Own)).ForEach(s => s.Count.Said(s.Total));
        foreach (var (key, count) in counts)
            if (key.Hour < hour && count is { IsBehind: false, Written.IsCompleted: true }) counts.TryRemove(key, out _);
        // Where something lies is looked up again each hour: what nobody reads any more is not kept in mind.
        if (Interlocked.Exchange(ref looked, hour) != hour) places.Clear();
    }

    /// <summary>It goes on when the first who waits for it gives up: others wait for it too. Each of them is told when it fails.</summary>
    private async Task WriteAsync(List<AccessCount> fresh)
    {
        try
        {
            await writes.RunAsync(async (_, db) =>
            {
                // It may run again after a commit of which nobody heard.
                var first = fresh[0].Id;
                if (!await db.Set<Access>().AnyAsync(a => a.Id == first)) db.AddRange(fresh.Select(c => c.ToRow()));
                return fresh.Count;
            }, CancellationToken.None, Guard.Own);
            fresh.ForEach(c => c.Succeed());
        }
        catch (Exception e)
        {
            foreach (var count in fresh)
            {
                counts.TryRemove(count.Key, out _);
                count.Fail(e);
            }
        }
    }
}
