using Coordination.Command.Duties;
using Coordination.Command.Meetings;
using Coordination.Command.Trainings;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command;

/// <summary>Tables of the daily work: meetings, standing duties and trainings.</summary>
internal static class PreparednessModel
{
    public static void Add(ModelBuilder model)
    {
        model.Entity<Meeting>(e =>
        {
            e.Property(m => m.Agenda).HasJson();
            e.Property(m => m.Agencies).HasJson();
            e.Property(m => m.Attended).HasJson();
            e.Property(m => m.Conclusions).HasJson();
            e.HasIndex(m => m.IncidentId);
        });
        model.Entity<MeetingAction>(e =>
        {
            e.Ignore(a => a.Told);
            e.HasIndex(a => a.MeetingId);
            e.HasIndex(a => a.Agency);
        });
        model.Entity<StandingDuty>().HasIndex(d => d.Agency);
        model.Entity<Training>(e =>
        {
            e.Property(t => t.PlanVersions).HasJson();
            e.Property(t => t.Answers).HasJson();
            e.HasIndex(t => t.Agency);
        });
    }
}
