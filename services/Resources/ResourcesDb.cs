using Coordination.Platform;
using Coordination.Resources.Agreements;
using Coordination.Resources.Asks;
using Coordination.Resources.Catalogue;
using Coordination.Resources.Fills;
using Coordination.Resources.Funds;
using Coordination.Resources.LivingSupport;
using Coordination.Resources.Messages;
using Coordination.Resources.Positions;
using Coordination.Resources.Requests;
using Coordination.Resources.Requisitions;
using Coordination.Resources.Staging;
using Coordination.Resources.Stock;
using Coordination.Resources.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Coordination.Resources;

/// <summary>The books of the agencies that this instance serves.</summary>
internal sealed class ResourcesDb(DbContextOptions<ResourcesDb> options) : ServiceDb(options)
{
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<StockLot> Lots => Set<StockLot>();
    public DbSet<StockPosting> Postings => Set<StockPosting>();
    public DbSet<Request> Requests => Set<Request>();
    public DbSet<Ask> Asks => Set<Ask>();
    public DbSet<Fill> Fills => Set<Fill>();
    public DbSet<Requisition> Requisitions => Set<Requisition>();
    public DbSet<ContactAccess> ContactAccesses => Set<ContactAccess>();
    public DbSet<FundCommitment> Funds => Set<FundCommitment>();
    public DbSet<Agreement> Agreements => Set<Agreement>();
    public DbSet<Position> Positions => Set<Position>();
    public DbSet<Budget> Budgets => Set<Budget>();
    public DbSet<BudgetPosting> BudgetPostings => Set<BudgetPosting>();
    public DbSet<Provision> Provisions => Set<Provision>();
    public DbSet<RmRecord> Messages => Set<RmRecord>();
    public DbSet<RmPart> MessageParts => Set<RmPart>();
    public DbSet<StagingArea> StagingAreas => Set<StagingArea>();
    public DbSet<Lifeline> Lifelines => Set<Lifeline>();
    public DbSet<LivingNeed> LivingNeeds => Set<LivingNeed>();
    public DbSet<KnownLevel> Levels => Set<KnownLevel>();

    protected override IEnumerable<string?>? AudienceOf(Clock clock) => ToldOfClocks.Of(this, clock);

    protected override Task RecallAsync(Clock clock, CancellationToken ct) => ToldOfClocks.RecallAsync(this, clock, ct);

    protected override void Model(ModelBuilder model)
    {
        Own(model);
        Book<Unit>(model, "units").HasIndex(u => new { u.Agency, u.TypeCode, u.Id });
        Book<StockLot>(model, "stock_lots").HasIndex(l => new { l.Agency, l.TypeCode, l.Id });
        Book<Provision>(model, "provisions");
        Book<Budget>(model, "budgets");
        model.Entity<BudgetPosting>().ToTable("budget_postings").HasIndex(p => p.BudgetId);
        model.Entity<StockPosting>().ToTable("stock_postings").HasIndex(p => p.LotId);
        model.Entity<Request>(e =>
        {
            e.ToTable("requests").HasIndex(r => r.Agency);
            e.HasIndex(r => r.IncidentId);
            e.Property(r => r.Lines).HasJson();
        });
        model.Entity<Ask>().ToTable("asks").HasIndex(a => a.Agency);
        model.Entity<Fill>(e =>
        {
            e.ToTable("fills").HasIndex(f => new { f.FillId, f.Side }).IsUnique();
            e.HasIndex(f => new { f.Agency, f.Side });
            e.HasIndex(f => f.IncidentId);
            e.HasIndex(f => f.StagingAreaId);
            e.Property(f => f.Picks).HasJson();
            e.Property(f => f.Term).HasJson();
            e.Property(f => f.Trail).HasJson();
        });
        model.Entity<Requisition>(e =>
        {
            e.ToTable("requisitions").HasIndex(r => r.Agency);
            e.HasIndex(r => r.IncidentId);
        });
        model.Entity<ContactAccess>().ToTable("owner_contact_accesses").HasIndex(a => a.RequisitionId);
        model.Entity<FundCommitment>().ToTable("funds").HasIndex(f => f.Agency);
        model.Entity<RmRecord>(e =>
        {
            e.ToTable("rm_messages").HasIndex(m => m.OnlyOnce).IsUnique();
            e.HasIndex(m => new { m.Agency, m.Thread });
            e.HasIndex(m => new { m.Agency, m.State });
        });
        model.Entity<RmPart>(e =>
        {
            e.ToTable("rm_parts").HasIndex(p => p.Thread);
            e.HasIndex(p => p.AskId);
            e.HasIndex(p => p.FillId);
            e.HasIndex(p => p.RecordId);
        });
        model.Entity<Agreement>(e =>
        {
            e.ToTable("aid_agreements").HasIndex(a => new { a.AgreementId, a.Agency }).IsUnique();
            e.HasIndex(a => a.Agency);
            e.Property(a => a.Terms).HasJson();
        });
        model.Entity<Position>().ToTable("positions").HasIndex(p => p.Agency);
        model.Entity<StagingArea>().ToTable("staging_areas").HasIndex(a => new { a.Agency, a.IncidentId });
        model.Entity<Lifeline>().ToTable("lifelines").HasIndex(l => new { l.Agency, l.IncidentId });
        model.Entity<LivingNeed>(e =>
        {
            e.ToTable("living_needs").HasIndex(n => new { n.Agency, n.IncidentId });
            e.Property(n => n.Lines).HasJson();
        });
        model.Entity<KnownLevel>().ToTable("response_levels");
    }

    /// <summary>What a catalogue lists is found by its own code, and read in the order in which it was entered.</summary>
    private static EntityTypeBuilder<T> Book<T>(ModelBuilder model, string table) where T : class
    {
        var entity = model.Entity<T>().ToTable(table);
        entity.HasIndex("Agency", "OwnCode");
        entity.HasIndex("Agency", "Id");
        return entity;
    }

    /// <summary>A book is one agency's; auditors and operators read it, and leave a trace.</summary>
    private void Own(ModelBuilder model)
    {
        Sharing.Add(model);
        IsOwnedBy<Unit>(model, u => u.Id, u => u.Agency);
        IsOwnedBy<StockLot>(model, l => l.Id, l => l.Agency);
        IsOwnedBy<Request>(model, r => r.Id, r => r.Agency);
        IsOwnedBy<Ask>(model, a => a.Id, a => a.Agency);
        IsOwnedBy<Fill>(model, f => f.Id, f => f.Agency);
        IsOwnedBy<Requisition>(model, r => r.Id, r => r.Agency);
        IsOwnedBy<ContactAccess>(model, a => a.RequisitionId, a => a.Agency);
        IsOwnedBy<RmRecord>(model, m => m.Id, m => m.Agency);
        IsOwnedBy<FundCommitment>(model, f => f.Id, f => f.Agency);
        IsOwnedBy<Agreement>(model, a => a.AgreementId, a => a.Agency);
        IsOwnedBy<Position>(model, p => p.Id, p => p.Agency);
        // Several agencies keep lists of one incident: a note of the incident would reach but one of them.
        IsOwnedBy<StagingArea>(model, a => a.Id, a => a.Agency);
        IsOwnedBy<Lifeline>(model, l => l.Id, l => l.Agency);
        IsOwnedBy<LivingNeed>(model, n => n.Id, n => n.Agency);
        IsOwnedBy<Budget>(model, b => b.Id, b => b.Agency);
        IsOwnedBy<Provision>(model, p => p.Id, p => p.Agency);
    }
}
