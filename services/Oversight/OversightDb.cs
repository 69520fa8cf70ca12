using Coordination.Oversight.ClockBoard;
using Coordination.Oversight.Complaints;
using Coordination.Oversight.Findings;
using Coordination.Oversight.Measures;
using Coordination.Oversight.Mediation;
using Coordination.Oversight.Timeline;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Oversight;

/// <summary>Oversight's own tables.</summary>
internal sealed class OversightDb(DbContextOptions<OversightDb> options) : ServiceDb(options)
{
    public DbSet<TimelineEntry> Timeline => Set<TimelineEntry>();
    public DbSet<BoardClock> Clocks => Set<BoardClock>();
    public DbSet<Finding> Findings => Set<Finding>();
    public DbSet<Duty> Duties => Set<Duty>();
    public DbSet<MeasureReview> MeasureReviews => Set<MeasureReview>();
    public DbSet<MediationCount> MediationCounts => Set<MediationCount>();
    public DbSet<ResponderComplaint> ResponderComplaints => Set<ResponderComplaint>();

    /// <summary>Clocks here are of complaints about responders: nobody hears of those but auditors.</summary>
    protected override IEnumerable<string?>? AudienceOf(Clock clock) => [];

    protected override void Model(ModelBuilder model)
    {
        Sharing.Add(model);
        // What belongs to no incident has a timeline for those who run and review the region alone: its events are not for all.
        IsSharedBy<TimelineEntry>(model, t => t.Timeline);
        IsSharedBy<BoardClock>(model, c => c.Subject, c => c.Audience.Contains(" " + Reader + " ") || c.Audience.Contains(" * "), owner: c => c.Owner());
        // Auditors see who of them read a complaint; the agency complained of hears nothing of it.
        IsOwnedBy<ResponderComplaint>(model, c => c.Id, _ => "");
        model.Entity<TimelineEntry>().HasIndex(t => new { t.Timeline, t.Sequence }).IsUnique();
        model.Entity<BoardClock>(e =>
        {
            e.ToTable("board_clocks").HasIndex(c => c.Subject);
            e.HasIndex(c => c.ExerciseId);
        });
        model.Entity<Finding>().HasIndex(f => f.EvidenceId);
        model.Entity<MediationCount>().HasIndex(c => new { c.Year, c.Month, c.Kind, c.Outcome });
    }
}
