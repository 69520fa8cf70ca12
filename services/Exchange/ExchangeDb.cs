using Coordination.Exchange.Subscriptions;
using Coordination.Exchange.Webhooks;
using Coordination.Platform;
using Microsoft.EntityFrameworkCore;

namespace Coordination.Exchange;

/// <summary>Exchange's journal is the region's log; beside it stand the subscriptions and how far each has come.</summary>
internal sealed class ExchangeDb(DbContextOptions<ExchangeDb> options) : ServiceDb(options)
{
    public DbSet<Subscription> Subscriptions => Set<Subscription>();
    public DbSet<SubscriptionCursor> Cursors => Set<SubscriptionCursor>();
    public DbSet<Lane> Lanes => Set<Lane>();
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    protected override void Model(ModelBuilder model)
    {
        Sharing.Add(model);
        model.Entity<Subscription>(e =>
        {
            e.Property(s => s.Filter).HasJson();
            e.HasIndex(s => s.Agency);
            e.HasIndex(s => new { s.Kind, s.State });
        });
        model.Entity<SubscriptionCursor>().ToTable("subscription_cursors").HasKey(c => c.SubscriptionId);
        model.Entity<Lane>().ToTable("webhook_lanes").HasKey(l => new { l.SubscriptionId, l.Subject });
        model.Entity<Delivery>(e =>
        {
            e.ToTable("webhook_deliveries").HasIndex(d => new { d.SubscriptionId, d.Id });
            e.HasIndex(d => d.At);
        });
    }
}
