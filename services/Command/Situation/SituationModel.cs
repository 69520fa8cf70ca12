using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command.Situation;

/// <summary>Tables of what other services told about an incident.</summary>
internal static class SituationModel
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<KnownNeed>(e =>
        {
            e.Property(n => n.Lines).HasJson();
            e.HasIndex(n => n.IncidentId);
        });
        model.Entity<KnownFill>().HasIndex(f => f.IncidentId);
        model.Entity<KnownAlert>(e =>
        {
            e.Property(a => a.Areas).HasJson();
            e.HasIndex(a => a.IncidentId);
        });
    }
}
