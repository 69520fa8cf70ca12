using Coordination.Mediation.Agreements;
using Coordination.Mediation.Cases;
using Coordination.Mediation.Complaints;
using Coordination.Mediation.Custody;
using Coordination.Mediation.Files;
using Coordination.Mediation.Medical;
using Coordination.Mediation.Mediators;
using Coordination.Mediation.Sessions;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Mediation;

/// <summary>Mediation's isolated store: no other service sees a row of it, or an event from which a case could be told.</summary>
internal sealed class MediationDb(DbContextOptions<MediationDb> options) : ServiceDb(options)
{
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<Party> Parties => Set<Party>();
    public DbSet<Appointment> Appointments => Set<Appointment>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<CaucusNote> CaucusNotes => Set<CaucusNote>();
    public DbSet<Agreement> Agreements => Set<Agreement>();
    public DbSet<FollowUp> FollowUps => Set<FollowUp>();
    public DbSet<EvidenceItem> Evidence => Set<EvidenceItem>();
    public DbSet<CustodyEntry> CustodyLog => Set<CustodyEntry>();
    public DbSet<Death> Deaths => Set<Death>();
    public DbSet<Complaint> Complaints => Set<Complaint>();
    public DbSet<FileOpening> FileOpenings => Set<FileOpening>();

    protected override bool IsTraced => false;

    protected override void Model(ModelBuilder model)
    {
        model.Entity<Case>(e =>
        {
            e.Property(c => c.RightsExplained).HasJson();
            e.Property(c => c.RightsNotice).HasJson();
            e.HasIndex(c => c.Agency);
        });
        model.Entity<Party>(e =>
        {
            e.Property(p => p.ConsentLog).HasJson();
            e.HasIndex(p => p.CaseId);
        });
        model.Entity<Appointment>(e =>
        {
            e.Property(a => a.Skills).HasJson();
            e.Property(a => a.AcceptedBy).HasJson();
            e.HasIndex(a => a.CaseId);
        });
        model.Entity<Session>(e =>
        {
            e.Property(s => s.PartyIds).HasJson();
            e.Property(s => s.Bodies).HasJson();
            e.Property(s => s.SignedBy).HasJson();
            e.HasIndex(s => s.CaseId);
        });
        model.Entity<CaucusNote>().HasIndex(n => n.SessionId);
        model.Entity<Agreement>(e =>
        {
            e.Property(a => a.Signatures).HasJson();
            e.Property(a => a.ConfirmationApplicants).HasJson();
            e.Property(a => a.Instalments).HasJson();
            e.Property(a => a.RightsNotice).HasJson();
            e.HasIndex(a => a.CaseId);
        });
        model.Entity<FollowUp>().HasIndex(f => f.CaseId);
        model.Entity<EvidenceItem>().HasIndex(i => i.CaseId);
        model.Entity<CustodyEntry>(e =>
        {
            e.Property(c => c.SignedBy).HasJson();
            e.HasIndex(c => new { c.EvidenceId, c.Sequence }).IsUnique();
        });
        model.Entity<Death>().HasIndex(d => d.CaseId).IsUnique();
        model.Entity<Complaint>().HasIndex(c => c.Agency);
        model.Entity<FileOpening>().HasIndex(o => o.FileId);
    }
}
