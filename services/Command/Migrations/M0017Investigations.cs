using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>The record of the scene of an accident, investigations, and the measures of their replies.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0017_Investigations")]
internal sealed class M0017Investigations : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "scene_entries",
            t => new
            {
                id = t.Column<Guid>(), exercise_id = t.Column<Guid>(nullable: true), incident_id = t.Column<Guid>(), what = t.Column<string>(), reason = t.Column<string>(),
                marks = t.Column<string>(), sketch = t.Column<string>(), photo = t.Column<string>(nullable: true), recorder = t.Column<string>(), recorded_by = t.Column<string>(),
                moved_at = t.Column<long>(), recorded_at = t.Column<long>(), corrects = t.Column<Guid>(nullable: true), correction = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_scene_entries", x => x.id));
        migrationBuilder.CreateTable(
            "investigations",
            t => new
            {
                id = t.Column<Guid>(), version = t.Column<int>(), exercise_id = t.Column<Guid>(nullable: true), state = t.Column<string>(), incident_id = t.Column<Guid>(),
                number = t.Column<int>(), grade = t.Column<string>(nullable: true), authority = t.Column<string>(), team = t.Column<string>(), begun_at = t.Column<long>(),
                report_extended_by_days = t.Column<int>(nullable: true), reply_extended_by_days = t.Column<int>(nullable: true), report_reference = t.Column<string>(nullable: true),
                submitter = t.Column<string>(nullable: true), submitted_at = t.Column<long>(nullable: true), reply_reference = t.Column<string>(nullable: true),
                replied_at = t.Column<long>(nullable: true), published_at = t.Column<long>(nullable: true), reason = t.Column<string>(nullable: true),
                grade_at_report = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_investigations", x => x.id));
        migrationBuilder.CreateTable(
            "investigation_measures",
            t => new
            {
                id = t.Column<Guid>(), version = t.Column<int>(), exercise_id = t.Column<Guid>(nullable: true), state = t.Column<string>(), incident_id = t.Column<Guid>(),
                investigation_id = t.Column<Guid>(), text = t.Column<string>(), agency = t.Column<string>(), authority = t.Column<string>(), due_at = t.Column<long>(),
                done_at = t.Column<long>(nullable: true), reason = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_investigation_measures", x => x.id));
        migrationBuilder.CreateIndex("ix_scene_entries_incident_id", "scene_entries", "incident_id");
        migrationBuilder.CreateIndex("ix_investigations_incident_id_number", "investigations", ["incident_id", "number"], unique: true);
        migrationBuilder.CreateIndex("ix_investigation_measures_investigation_id", "investigation_measures", "investigation_id");
    }
}
