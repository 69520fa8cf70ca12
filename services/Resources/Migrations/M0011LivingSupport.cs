using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Resources.Migrations;

/// <summary>The lifelines of an incident, and what people need to live on.</summary>
[DbContext(typeof(ResourcesDb))]
[Migration("0011_LivingSupport")]
internal sealed class M0011LivingSupport : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "lifelines",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                incident_id = t.Column<Guid>(),
                kind = t.Column<string>(),
                state = t.Column<string>(),
                name = t.Column<string>(),
                responsible_agency = t.Column<string>(),
                households = t.Column<int>(nullable: true),
                changed_at = t.Column<long>(),
                restore_by = t.Column<long>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_lifelines", x => x.id));
        migrationBuilder.CreateTable(
            "living_needs",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                incident_id = t.Column<Guid>(),
                kind = t.Column<string>(),
                place = t.Column<string>(),
                needed = t.Column<int>(),
                lines = t.Column<string>(),
                changed_at = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("pk_living_needs", x => x.id));
        migrationBuilder.CreateIndex("ix_lifelines_agency_incident_id", "lifelines", ["agency", "incident_id"]);
        migrationBuilder.CreateIndex("ix_living_needs_agency_incident_id", "living_needs", ["agency", "incident_id"]);
    }
}
