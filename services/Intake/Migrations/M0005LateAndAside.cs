using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Intake.Migrations;

/// <summary>Reports that were made before they were entered, or were set aside; and where agencies stand, from which the tier of a report follows.</summary>
[DbContext(typeof(IntakeDb))]
[Migration("0005_LateAndAside")]
internal sealed class M0005LateAndAside : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("reported_at", "reports", nullable: true);
        migrationBuilder.AddColumn<long>("set_aside_at", "reports", nullable: true);
        migrationBuilder.AddColumn<long>("taken_up_at", "reports", nullable: true);
        migrationBuilder.AddColumn<string>("late_entries", "reports", nullable: true);
        migrationBuilder.CreateTable(
            "agency_places",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                jurisdiction = t.Column<string>(),
                valid_from = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("pk_agency_places", x => x.id));
        migrationBuilder.CreateIndex("ix_agency_places_agency", "agency_places", "agency");
    }
}
