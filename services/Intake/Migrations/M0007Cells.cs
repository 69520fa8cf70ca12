using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Intake.Migrations;

/// <summary>The cell in which a report lies, and the way to what lies near it. Reports of earlier releases have none and are found by their time.</summary>
[DbContext(typeof(IntakeDb))]
[Migration("0007_Cells")]
internal sealed class M0007Cells : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("cell", "reports", nullable: true);
        migrationBuilder.CreateIndex("ix_reports_cell_received_at", "reports", ["cell", "received_at"]);
        migrationBuilder.CreateIndex("ix_reports_area_code_received_at", "reports", ["area_code", "received_at"]);
        migrationBuilder.CreateIndex("ix_correlations_target_id", "correlations", "target_id");
    }
}
