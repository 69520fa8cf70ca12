using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>Losses, versions of the recovery plan, and recovery tasks.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0011_Recovery")]
internal sealed class M0011Recovery : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "loss_entries",
            t => new
            {
                id = t.Column<Guid>(), exercise_id = t.Column<Guid>(nullable: true), incident_id = t.Column<Guid>(), figures = t.Column<string>(), currency = t.Column<string>(),
                entered_by = t.Column<string>(), source = t.Column<string>(), assessed_at = t.Column<long>(), recorded_at = t.Column<long>(),
                corrects = t.Column<Guid>(nullable: true), reason = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_loss_entries", x => x.id));
        migrationBuilder.CreateTable(
            "recovery_plans",
            t => new
            {
                id = t.Column<Guid>(), version = t.Column<int>(), exercise_id = t.Column<Guid>(nullable: true), state = t.Column<string>(), incident_id = t.Column<Guid>(),
                number = t.Column<int>(), goals = t.Column<string>(), measures = t.Column<string>(), drafted_by = t.Column<string>(), drafted_at = t.Column<long>(),
                adopted_by = t.Column<string>(nullable: true), adopted_at = t.Column<long>(nullable: true), reason = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_recovery_plans", x => x.id));
        migrationBuilder.CreateTable(
            "recovery_tasks",
            t => new
            {
                id = t.Column<Guid>(), version = t.Column<int>(), exercise_id = t.Column<Guid>(nullable: true), state = t.Column<string>(), incident_id = t.Column<Guid>(),
                recovery_plan_id = t.Column<Guid>(), sector = t.Column<string>(), text = t.Column<string>(), agency = t.Column<string>(), due_at = t.Column<long>(),
                progress = t.Column<int>(), assigned_by = t.Column<string>(), assigned_at = t.Column<long>(), progress_at = t.Column<long>(nullable: true),
                ended_at = t.Column<long>(nullable: true), reason = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_recovery_tasks", x => x.id));
        migrationBuilder.CreateIndex("ix_loss_entries_incident_id", "loss_entries", "incident_id");
        migrationBuilder.CreateIndex("ix_recovery_plans_incident_id_number", "recovery_plans", ["incident_id", "number"], unique: true);
        migrationBuilder.CreateIndex("ix_recovery_tasks_incident_id", "recovery_tasks", "incident_id");
    }
}
