using Coordination.Command.Duties;
using Coordination.Command.Meetings;
using Coordination.Command.Programmes;
using Coordination.Command.Reachability;
using Coordination.Command.Trainings;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Command;

/// <summary>Tables of the daily work: meetings, standing duties, trainings, reachability tests and programmes.</summary>
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
        model.Entity<ReachabilityTest>(e =>
        {
            e.Ignore(t => t.Told);
            e.HasIndex(t => new { t.RosterId, t.Day, t.OpenedBy }).IsUnique();
            e.HasIndex(t => t.Agency);
        });
        model.Entity<Programme>(e =>
        {
            e.Property(p => p.Agencies).HasJson();
            e.Property(p => p.Dates).HasJson();
            e.Property(p => p.Shares).HasJson();
            e.Property(p => p.Findings).HasJson();
            e.Ignore(p => p.DueAt);
        });
    }
}
