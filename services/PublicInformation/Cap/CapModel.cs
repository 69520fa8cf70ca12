using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation.Cap;

/// <summary>How messages of CAP are kept.</summary>
internal static class CapModel
{
    internal static void Add(ModelBuilder model)
    {
        model.Entity<CapMessage>(e =>
        {
            e.Property(m => m.References).HasJson();
            e.Property(m => m.Infos).HasJson();
            e.Property(m => m.Findings).HasJson();
            e.Property(m => m.Signatures).HasJson();
            e.HasIndex(m => m.Name);
            e.HasIndex(m => m.OnlyOnce).IsUnique();
            e.HasIndex(m => new { m.ExerciseId, m.EndsAt });
        });
        model.Entity<CapNaming>().HasIndex(n => n.Name);
        model.Entity<CapPlace>(e =>
        {
            e.HasIndex(p => p.MessageId);
            e.HasIndex(p => new { p.Key, p.EndsAt });
        });
        model.Entity<CapImport>(e =>
        {
            e.Property(i => i.Findings).HasJson();
            e.Property(i => i.Messages).HasJson();
            e.HasIndex(i => i.OnlyOnce).IsUnique();
        });
    }
}
