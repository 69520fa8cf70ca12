using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>What the journal is asked for every batch.</summary>
internal static class JournalQueries
{
    internal static readonly FixedQuery<Func<ServiceDb, CancellationToken, Task<long>>> Head = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, CancellationToken ct) => db.Set<JournalHead>().Select(h => h.Head).SingleOrDefault()));

    internal static readonly FixedQuery<Func<ServiceDb, CancellationToken, Task<JournalHead?>>> HeadRow = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, CancellationToken ct) => db.Set<JournalHead>().AsNoTracking().SingleOrDefault()));

    internal static readonly FixedQuery<Func<ServiceDb, int, IAsyncEnumerable<JournalEntry>>> NotSealed = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, int limit) => db.Set<JournalEntry>().Where(e => e.Position == null).OrderBy(e => e.Seq).Take(limit)));

    internal static readonly FixedQuery<Func<ServiceDb, List<Guid>, IAsyncEnumerable<JournalSubject>>> Subjects = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, List<Guid> subjects) => db.Set<JournalSubject>().Where(s => subjects.Contains(s.Subject))));

    internal static readonly FixedQuery<Func<ServiceDb, long, int, bool, IAsyncEnumerable<JournalEntry>>> After = new(() => EF.CompileAsyncQuery(
        (ServiceDb db, long after, int limit, bool imported) => db.Set<JournalEntry>().AsNoTracking()
            .Where(e => e.Position > after && (imported || !e.IsImported)).OrderBy(e => e.Position).Take(limit)));
}
