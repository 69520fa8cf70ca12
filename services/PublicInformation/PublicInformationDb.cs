using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Platform;
using Coordination.PublicInformation.Alerts;
using Coordination.PublicInformation.Cap;
using Coordination.PublicInformation.Clarifications;
using Coordination.PublicInformation.Releases;
using Coordination.PublicInformation.Statements;
using Microsoft.EntityFrameworkCore;

namespace Coordination.PublicInformation;

/// <summary>Public information's own tables.</summary>
internal sealed class PublicInformationDb(DbContextOptions<PublicInformationDb> options) : ServiceDb(options)
{
    public DbSet<Statement> Statements => Set<Statement>();
    public DbSet<Alert> Alerts => Set<Alert>();
    public DbSet<SignedAlert> SignedAlerts => Set<SignedAlert>();
    public DbSet<AlertCertificate> AlertCertificates => Set<AlertCertificate>();
    public DbSet<AlertReceipt> Receipts => Set<AlertReceipt>();
    public DbSet<Clarification> Clarifications => Set<Clarification>();
    public DbSet<CapMessage> CapMessages => Set<CapMessage>();
    public DbSet<CapNaming> CapNamings => Set<CapNaming>();
    public DbSet<CapPlace> CapPlaces => Set<CapPlace>();
    public DbSet<CapImport> CapImports => Set<CapImport>();
    public DbSet<InformedIncident> Incidents => Set<InformedIncident>();

    /// <summary>What its agency drafts is for that agency, also where it belongs to no incident; what becomes of it once it was published is for all.</summary>
    protected override IEnumerable<string?> AudienceOf(IEvent e) => e switch
    {
        StatementChanged { StatementId: var id } => Statements.Local.FindEntry(id)?.Entity is { } s ? [s.Agency, s.PublishedAt is null ? null : "*"] : [],
        ClarificationChanged { ClarificationId: var id } => Clarifications.Local.FindEntry(id)?.Entity is { } c ? [c.Agency, c.PublishedAt is null ? null : "*"] : [],
        _ => [],
    };

    /// <summary>A clock goes with what it is about: those of the incident; of an alert without one all, of a reply without one its agency until it is published.</summary>
    protected override IEnumerable<string?>? AudienceOf(Clock clock) => clock.Key.Split('.')[0] switch
    {
        "release" => null,
        "alert" => clock.Subject == clock.EntityId ? ["*"] : null,
        "clarification" when clock.Subject != clock.EntityId => null,
        "clarification" => Clarifications.Local.FindEntry(clock.EntityId)?.Entity is { } c ? [c.Agency, c.PublishedAt is null ? null : "*"] : [],
        _ => [],
    };

    protected override async Task RecallAsync(Clock clock, CancellationToken ct)
    {
        if (clock.Subject == clock.EntityId && clock.Key.StartsWith("clarification.", StringComparison.Ordinal)) await Clarifications.FindAsync([clock.EntityId], ct);
    }

    protected override void Model(ModelBuilder model)
    {
        Sharing.Add(model);
        IsSharedBy<InformedIncident>(model, i => i.Id);
        IsSharedBy<Statement>(model, s => s.IncidentId, s => s.Agency == Reader || (IsReading && s.PublishedAt != null));
        IsSharedBy<Clarification>(model, c => c.IncidentId, c => c.Agency == Reader || (IsReading && c.PublishedAt != null));
        // Channels and desks look for what was sent, and an alert without an incident is waited for by whoever may approve it.
        IsSharedBy<Alert>(model, a => a.IncidentId, a => a.IncidentId == null || a.Sent != null || a.Sender.StartsWith(Reader + "@"));
        model.Entity<Statement>(e =>
        {
            e.Property(s => s.Facts).HasJson();
            e.Property(s => s.Translations).HasJson();
            e.HasIndex(s => s.IncidentId);
        });
        model.Entity<Alert>(e =>
        {
            e.Property(a => a.Chain).HasJson();
            e.Property(a => a.Responses).HasJson();
            e.Property(a => a.Texts).HasJson();
            e.Property(a => a.Areas).HasJson();
            e.Property(a => a.Channels).HasJson();
            e.HasIndex(a => a.State);
            e.HasIndex(a => new { a.ExerciseId, a.Identifier });
        });
        model.Entity<AlertReceipt>().HasIndex(r => new { r.AlertId, r.Channel }).IsUnique();
        CapModel.Add(model);
        model.Entity<Clarification>(e =>
        {
            e.Property(c => c.Facts).HasJson();
            e.HasIndex(c => c.IncidentId);
        });
        model.Entity<InformedIncident>().Property(i => i.Spokespersons).HasJson();
    }
}
