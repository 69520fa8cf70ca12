using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>Plans of events, and what is known of the events.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0015_EventPlans")]
internal sealed class M0015EventPlans : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "known_events",
            t => new
            {
                id = t.Column<Guid>(), exercise_id = t.Column<Guid>(nullable: true), state = t.Column<string>(), capacity = t.Column<int>(), starts_at = t.Column<long>(),
                ends_at = t.Column<long>(), changed_at = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("pk_known_events", x => x.id));
        migrationBuilder.AddColumn<Guid>("event_notice_id", "plans", nullable: true);
        migrationBuilder.AddColumn<string>("event_review", "plans", nullable: true);
        migrationBuilder.CreateIndex("ix_plans_event_notice_id", "plans", "event_notice_id");
    }
}
