using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>Operational periods, versions of their action plans, objectives, and head counts.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0012_Periods")]
internal sealed class M0012Periods : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "operational_periods",
            t => new
            {
                id = t.Column<Guid>(), version = t.Column<int>(), exercise_id = t.Column<Guid>(nullable: true), state = t.Column<string>(), incident_id = t.Column<Guid>(),
                number = t.Column<int>(), from = t.Column<long>(), to = t.Column<long>(), planned_by = t.Column<string>(), planned_at = t.Column<long>(),
                approved_by = t.Column<string>(nullable: true), approved_at = t.Column<long>(nullable: true), begun_at = t.Column<long>(nullable: true),
                ended_at = t.Column<long>(nullable: true), reason = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_operational_periods", x => x.id));
        migrationBuilder.CreateTable(
            "action_plans",
            t => new
            {
                id = t.Column<Guid>(), version = t.Column<int>(), exercise_id = t.Column<Guid>(nullable: true), state = t.Column<string>(), incident_id = t.Column<Guid>(),
                operational_period_id = t.Column<Guid>(), number = t.Column<int>(), content = t.Column<string>(), objectives = t.Column<string>(), drafted_by = t.Column<string>(),
                drafted_at = t.Column<long>(), authors = t.Column<string>(), approved_by = t.Column<string>(nullable: true), approved_at = t.Column<long>(nullable: true),
                reason = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_action_plans", x => x.id));
        migrationBuilder.CreateTable(
            "objectives",
            t => new
            {
                id = t.Column<Guid>(), version = t.Column<int>(), exercise_id = t.Column<Guid>(nullable: true), state = t.Column<string>(), incident_id = t.Column<Guid>(),
                number = t.Column<int>(), priority = t.Column<string>(), text = t.Column<string>(), tactic = t.Column<string>(nullable: true), set_in_period = t.Column<int>(),
                set_by = t.Column<string>(), set_at = t.Column<long>(), ended_by = t.Column<string>(nullable: true), ended_at = t.Column<long>(nullable: true),
                reason = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_objectives", x => x.id));
        migrationBuilder.CreateTable(
            "head_counts",
            t => new
            {
                id = t.Column<Guid>(), version = t.Column<int>(), exercise_id = t.Column<Guid>(nullable: true), state = t.Column<string>(), incident_id = t.Column<Guid>(),
                teams = t.Column<string>(), every_minutes = t.Column<int>(), started_by = t.Column<string>(), started_at = t.Column<long>(),
                stopped_by = t.Column<string>(nullable: true), stopped_at = t.Column<long>(nullable: true), rounds = t.Column<int>(),
            },
            constraints: t => t.PrimaryKey("pk_head_counts", x => x.id));
        migrationBuilder.CreateTable(
            "head_count_rounds",
            t => new
            {
                id = t.Column<Guid>(), version = t.Column<int>(), exercise_id = t.Column<Guid>(nullable: true), state = t.Column<string>(), incident_id = t.Column<Guid>(),
                head_count_id = t.Column<Guid>(), number = t.Column<int>(), begun_at = t.Column<long>(), due_at = t.Column<long>(), counts = t.Column<string>(),
                closed_at = t.Column<long>(nullable: true), known = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("pk_head_count_rounds", x => x.id));
        migrationBuilder.CreateIndex("ix_head_counts_incident_id", "head_counts", "incident_id");
        migrationBuilder.CreateIndex("ix_head_count_rounds_incident_id", "head_count_rounds", "incident_id");
        migrationBuilder.CreateIndex("ix_head_count_rounds_head_count_id_number", "head_count_rounds", ["head_count_id", "number"], unique: true);
        migrationBuilder.CreateIndex("ix_operational_periods_incident_id_number", "operational_periods", ["incident_id", "number"], unique: true);
        migrationBuilder.CreateIndex("ix_action_plans_operational_period_id_number", "action_plans", ["operational_period_id", "number"], unique: true);
        migrationBuilder.CreateIndex("ix_objectives_incident_id_number", "objectives", ["incident_id", "number"], unique: true);
    }
}
