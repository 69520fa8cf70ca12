using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Exchange.Migrations;

/// <summary>The first schema.</summary>
[DbContext(typeof(ExchangeDb))]
[Migration("0001_Initial")]
internal sealed class M0001Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        PlatformTables.Create(migrationBuilder);
        migrationBuilder.CreateTable(
            "subscription_cursors",
            t => new
            {
                subscription_id = t.Column<Guid>(),
                position = t.Column<long>(),
                turn = t.Column<int>(),
                owner = t.Column<string>(),
                lease_until = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_subscription_cursors", x => x.subscription_id);
            });
        migrationBuilder.CreateTable(
            "subscriptions",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                name = t.Column<string>(),
                kind = t.Column<string>(),
                state = t.Column<string>(),
                reason = t.Column<string>(nullable: true),
                url = t.Column<string>(nullable: true),
                filter = t.Column<string>(),
                secret = t.Column<byte[]>(nullable: true),
                old_secret = t.Column<byte[]>(nullable: true),
                old_secret_until = t.Column<long>(nullable: true),
                changed_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_subscriptions", x => x.id);
            });
        migrationBuilder.CreateTable(
            "webhook_deliveries",
            t => new
            {
                id = t.Column<Guid>(),
                subscription_id = t.Column<Guid>(),
                event_id = t.Column<Guid>(),
                event_type = t.Column<string>(),
                subject = t.Column<Guid>(),
                position = t.Column<long>(),
                attempt = t.Column<int>(),
                outcome = t.Column<string>(),
                status = t.Column<int>(nullable: true),
                at = t.Column<long>(),
                milliseconds = t.Column<int>(),
                next_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_webhook_deliveries", x => x.id);
            });
        migrationBuilder.CreateTable(
            "webhook_lanes",
            t => new
            {
                subscription_id = t.Column<Guid>(),
                subject = t.Column<Guid>(),
                position = t.Column<long>(),
                attempts = t.Column<int>(),
                is_silence = t.Column<bool>(),
                next_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_webhook_lanes", x => new { x.subscription_id, x.subject });
            });
        migrationBuilder.CreateIndex("ix_subscriptions_agency", "subscriptions", "agency");
        migrationBuilder.CreateIndex("ix_subscriptions_kind_state", "subscriptions", ["kind", "state"]);
        migrationBuilder.CreateIndex("ix_webhook_deliveries_at", "webhook_deliveries", "at");
        migrationBuilder.CreateIndex("ix_webhook_deliveries_subscription_id_id", "webhook_deliveries", ["subscription_id", "id"]);
    }
}
