using Coordination.Contracts;
using Coordination.Contracts.Events;
using Coordination.Intake.Bodies;
using Coordination.Intake.Contacts;
using Coordination.Intake.Correlations;
using Coordination.Intake.Documents;
using Coordination.Intake.Duties;
using Coordination.Intake.EventNotices;
using Coordination.Intake.Hazards;
using Coordination.Intake.Indicators;
using Coordination.Intake.Messages;
using Coordination.Intake.Reports;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Intake;

/// <summary>Everything Intake knows.</summary>
internal sealed class IntakeDb(DbContextOptions<IntakeDb> options) : ServiceDb(options)
{
    public DbSet<Report> Reports => Set<Report>();
    public DbSet<ContactAccess> ContactAccesses => Set<ContactAccess>();
    public DbSet<ReportingDuty> ReportingDuties => Set<ReportingDuty>();
    public DbSet<IncidentCorrelation> Correlations => Set<IncidentCorrelation>();
    public DbSet<Hazard> Hazards => Set<Hazard>();
    public DbSet<HazardInspection> Inspections => Set<HazardInspection>();
    public DbSet<WarningIndicator> Indicators => Set<WarningIndicator>();
    public DbSet<IndicatorReading> Readings => Set<IndicatorReading>();
    public DbSet<EventNotice> EventNotices => Set<EventNotice>();
    public DbSet<GatewayMessage> Messages => Set<GatewayMessage>();
    public DbSet<ReportDocument> Documents => Set<ReportDocument>();
    public DbSet<AgencyPlace> AgencyPlaces => Set<AgencyPlace>();
    public DbSet<DutyBody> DutyBodies => Set<DutyBody>();
    public DbSet<TreeNode> TreeNodes => Set<TreeNode>();

    /// <summary>
    /// What happens to a report is for who gave it and who has it, and while nobody took it for every watch, as is that one takes it; that two belong together is
    /// for those of both, and no watch besides; what happens to a message or a document for who handles it.
    /// </summary>
    protected override IEnumerable<string?> AudienceOf(IEvent e) => e switch
    {
        CorrelationProposed { Target: CorrelationTarget.Report } c => PartiesOf(c.ReportId).Concat(PartiesOf(c.TargetId)).Where(p => p != "*"),
        CorrelationDecided { Target: CorrelationTarget.Report } c => PartiesOf(c.ReportId).Concat(PartiesOf(c.TargetId)).Where(p => p != "*"),
        ReportAcknowledged { ReportId: var id } => PartiesThroughout(id),
        ReportStateChanged { ReportId: var id } => PartiesThroughout(id),
        IReportEvent { ReportId: var id } => PartiesOf(id),
        MessageSettled { MessageRecordId: var id } => [Messages.Local.FindEntry(id)?.Entity.Agency],
        MessageEscalated { MessageRecordId: var id } => [Messages.Local.FindEntry(id)?.Entity.Agency],
        DocumentSettled { DocumentId: var id } => [Documents.Local.FindEntry(id)?.Entity.Agency],
        DocumentEscalated { DocumentId: var id } => [Documents.Local.FindEntry(id)?.Entity.Agency],
        _ => [],
    };

    protected override IEnumerable<string?>? AudienceOf(Clock clock) => ToldOfClocks.Of(this, clock);

    protected override IEnumerable<string?> BesidePartiesOf(Clock clock) => ToldOfClocks.BesideParties(this, clock);

    protected override Task RecallAsync(Clock clock, CancellationToken ct) => ToldOfClocks.RecallAsync(this, clock, ct);

    /// <summary>Those of a report as it was before the change at hand and as it is after it.</summary>
    internal IEnumerable<string?> PartiesThroughout(Guid report) => PartiesOf(report).Concat(PartiesBefore(report));

    internal IEnumerable<string?> PartiesOf(Guid report) =>
        Reports.Local.FindEntry(report)?.Entity is { } known ? [known.Agency, known.FromAgency, known.IsOpenToAll() ? "*" : null] : [];

    /// <summary>As the report stood before the change at hand: those to whom it was offered hear that one took it.</summary>
    private IEnumerable<string?> PartiesBefore(Guid report) => Reports.Local.FindEntry(report) is { } known
        ? [
            known.Property(r => r.Agency).OriginalValue,
            Report.IsOpenToAll(
                known.Property(r => r.Source).OriginalValue, known.Property(r => r.Origin).OriginalValue, known.Property(r => r.State).OriginalValue,
                known.Property(r => r.AcknowledgedAt).OriginalValue) ? "*" : null,
        ]
        : [];

    protected override void Model(ModelBuilder model)
    {
        Sharing.Add(model);
        IsSharedBy<ReportingDuty>(model, d => d.IncidentId, d => d.Agency == Reader);
        // What the public reports is offered to every watch until one takes it.
        IsOwnedBy<Report>(model, r => r.Id, r => r.Agency, r => r.FromAgency == Reader || r.IsOpenToAll());
        IsOwnedBy<ContactAccess>(model, a => a.ReportId, a => a.Agency);
        IsOwnedBy<GatewayMessage>(model, m => m.Id, m => m.Agency, m => m.Gateway == Reader);
        IsOwnedBy<ReportDocument>(model, d => d.Id, d => d.Agency, d => d.FromAgency == Reader);
        model.Entity<GatewayMessage>().HasIndex(m => m.OnlyOnce).IsUnique();
        model.Entity<ReportDocument>(e =>
        {
            e.HasIndex(d => d.OnlyOnce).IsUnique();
            e.HasIndex(d => d.Thread);
            e.HasIndex(d => d.Awaits);
            e.Property(d => d.RefersTo).HasJson();
        });
        model.Entity<Report>(e =>
        {
            e.Property(r => r.Content).HasJson();
            e.Property(r => r.Verified).HasJson();
            e.Property(r => r.Missing).HasJson();
            e.Property(r => r.LateEntries).HasJson();
            e.HasIndex(r => r.SeriesId);
            e.HasIndex(r => r.IncidentId);
            e.HasIndex(r => r.ReceivedAt);
            e.HasIndex(r => new { r.Cell, r.ReceivedAt });
            e.HasIndex(r => new { r.AreaCode, r.ReceivedAt });
        });
        model.Entity<ReportingDuty>().HasIndex(d => d.IncidentId);
        model.Entity<IncidentCorrelation>(e =>
        {
            e.Property(c => c.Reasons).HasJson();
            e.Property(c => c.Values).HasJson();
            e.HasIndex(c => c.ReportId);
            e.HasIndex(c => c.TargetId);
        });
        model.Entity<Hazard>(e =>
        {
            e.Property(h => h.Receptors).HasJson();
            e.Property(h => h.Inspections).HasJson();
            e.HasIndex(h => h.AreaCode);
        });
        model.Entity<HazardInspection>().HasIndex(i => i.HazardId);
        model.Entity<WarningIndicator>().Property(i => i.Thresholds).HasJson();
        model.Entity<IndicatorReading>().HasIndex(r => r.IndicatorId);
        model.Entity<EventNotice>(e =>
        {
            e.Property(n => n.Permit).HasJson();
            e.Property(n => n.Warnings).HasJson();
        });
        model.Entity<AgencyPlace>().HasIndex(p => p.Agency);
        model.Entity<DutyBody>().HasIndex(b => b.Jurisdiction);
        model.Entity<TreeNode>().HasIndex(n => n.Code);
    }
}
