using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Resources.Migrations;

/// <summary>Who takes part in which incident, and where what comes for it waits. Places without a clock that would destroy them are forgotten; the next report says them again.</summary>
[DbContext(typeof(ResourcesDb))]
[Migration("0010_Staging")]
internal sealed class M0010Staging : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Sharing.Create(migrationBuilder);
        migrationBuilder.AddColumn<string>("owner", "subject_places", defaultValue: "");
        migrationBuilder.CreateTable(
            "staging_areas",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                incident_id = t.Column<Guid>(),
                name = t.Column<string>(),
                latitude = t.Column<double>(),
                longitude = t.Column<double>(),
                capacity = t.Column<int>(),
                opened_at = t.Column<long>(),
                closed_at = t.Column<long>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_staging_areas", x => x.id));
        migrationBuilder.CreateIndex("ix_staging_areas_agency_incident_id", "staging_areas", ["agency", "incident_id"]);
        migrationBuilder.AddColumn<Guid>("staging_area_id", "fills", nullable: true);
        migrationBuilder.CreateIndex("ix_fills_staging_area_id", "fills", "staging_area_id");
        migrationBuilder.Sql("UPDATE positions SET latitude = NULL, longitude = NULL WHERE ended_at IS NULL");
    }
}
