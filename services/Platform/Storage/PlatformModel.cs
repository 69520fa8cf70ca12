using Microsoft.EntityFrameworkCore;

namespace Coordination.Platform;

/// <summary>The tables that Platform keeps in every service's database.</summary>
internal static class PlatformModel
{
    /// <summary>Those of every service's first migration; what came later has a migration of its own.</summary>
    internal static readonly Type[] Entities =
        [typeof(JournalEntry), typeof(JournalHead), typeof(JournalSubject), typeof(RelayCursor), typeof(InboxRow), typeof(DeferredEvent),
            typeof(Clock), typeof(ExerciseClock), typeof(IdempotencyRow)];

    internal static void Add(ModelBuilder model)
    {
        model.Entity<JournalEntry>(e =>
        {
            e.ToTable("journal").HasKey(r => r.Seq);
            e.Property(r => r.Seq).ValueGeneratedOnAdd();
            e.HasIndex(r => r.Position).IsUnique();
            e.HasIndex(r => r.Subject);
            e.HasIndex(r => r.Exercise);
        });
        model.Entity<JournalHead>().ToTable("journal_head").Property(h => h.Id).ValueGeneratedNever();
        model.Entity<JournalSubject>().ToTable("journal_subject").HasKey(s => new { s.Subject, s.Type });
        model.Entity<RelayCursor>().ToTable("relay_cursor").HasKey(c => c.Receiver);
        model.Entity<InboxRow>().ToTable("inbox").HasKey(r => new { r.Consumer, r.Source, r.Position });
        model.Entity<DeferredEvent>(e =>
        {
            e.ToTable("deferred").HasIndex(d => new { d.Consumer, d.Source, d.Position }).IsUnique();
            e.HasIndex(d => d.NotBefore);
            e.HasIndex(d => new { d.Consumer, d.Source, d.Subject });
        });
        model.Entity<Clock>(e =>
        {
            e.ToTable("clocks").HasIndex(c => c.WakeAt);
            e.HasIndex(c => new { c.EntityId, c.Key, c.Occurrence }).IsUnique();
            e.HasIndex(c => c.ExerciseId);
            e.Property(c => c.PauseReasons).HasJson();
        });
        model.Entity<ExerciseClock>(e =>
        {
            e.ToTable("exercise_time").Property(c => c.Segments).HasJson();
        });
        model.Entity<EndedAccessRow>().ToTable("ended_access");
        model.Entity<IdempotencyRow>(e =>
        {
            e.ToTable("idempotency").HasKey(r => new { r.Caller, r.Key });
            e.HasIndex(r => r.CreatedAt);
        });
    }
}
