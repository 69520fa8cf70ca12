using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>
/// Watches of posts; orders to many; who acknowledged an order; why a level or its end was not agreed to, and why command was taken over. A watch of an earlier build is made
/// when its next roster is planned or one of its shifts moves on.
/// </summary>
[DbContext(typeof(CommandDb))]
[Migration("0006_Watches")]
internal sealed class M0006Watches : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("acknowledged_by", "orders", nullable: true);
        migrationBuilder.AddColumn<Guid>("group_id", "orders", nullable: true);
        migrationBuilder.AddColumn<string>("refused_by", "response_levels", nullable: true);
        migrationBuilder.AddColumn<string>("refused_because", "response_levels", nullable: true);
        migrationBuilder.AddColumn<string>("taken_over_because", "command_transfers", nullable: true);
        migrationBuilder.CreateTable(
            "duty_watches",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                post = t.Column<string>(),
                state = t.Column<string>(),
                since = t.Column<long>(),
                covered_until = t.Column<long>(),
                gap_from = t.Column<long>(nullable: true),
                gap_until = t.Column<long>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_duty_watches", x => x.id));
        migrationBuilder.CreateTable(
            "order_groups",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                incident_id = t.Column<Guid>(),
                kind = t.Column<string>(),
                from_agency = t.Column<string>(),
                issued_at = t.Column<long>(),
                reason = t.Column<string>(nullable: true),
                successor_id = t.Column<Guid>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_order_groups", x => x.id));
        migrationBuilder.CreateIndex("ix_orders_group_id", "orders", "group_id");
        migrationBuilder.CreateIndex("ix_order_groups_incident_id", "order_groups", "incident_id");
        migrationBuilder.CreateIndex("ix_duty_watches_agency", "duty_watches", "agency");
    }
}
