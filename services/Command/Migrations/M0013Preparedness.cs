using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>Meetings and what they agreed, standing duties, trainings, programmes, and whether posts answer.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0013_Preparedness")]
internal sealed class M0013Preparedness : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "meetings",
            t => new
            {
                id = t.Column<Guid>(), version = t.Column<int>(), exercise_id = t.Column<Guid>(nullable: true), state = t.Column<string>(), kind = t.Column<string>(),
                jurisdiction = t.Column<string>(), incident_id = t.Column<Guid>(nullable: true), matter = t.Column<string>(), agenda = t.Column<string>(), called_by = t.Column<string>(),
                agencies = t.Column<string>(), attended = t.Column<string>(), conclusions = t.Column<string>(), called_at = t.Column<long>(), starts_at = t.Column<long>(),
                held_at = t.Column<long>(nullable: true), reason = t.Column<string>(nullable: true), audience = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("pk_meetings", x => x.id));
        migrationBuilder.CreateTable(
            "meeting_actions",
            t => new
            {
                id = t.Column<Guid>(), version = t.Column<int>(), exercise_id = t.Column<Guid>(nullable: true), state = t.Column<string>(), meeting_id = t.Column<Guid>(),
                text = t.Column<string>(), agency = t.Column<string>(), called_by = t.Column<string>(), due_at = t.Column<long>(), done_at = t.Column<long>(nullable: true),
                verified_by = t.Column<string>(nullable: true), reason = t.Column<string>(nullable: true), audience = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("pk_meeting_actions", x => x.id));
        migrationBuilder.CreateTable(
            "standing_duties",
            t => new
            {
                id = t.Column<Guid>(), version = t.Column<int>(), exercise_id = t.Column<Guid>(nullable: true), state = t.Column<string>(), kind = t.Column<string>(),
                agency = t.Column<string>(), jurisdiction = t.Column<string>(), since_at = t.Column<long>(), ended_at = t.Column<long>(nullable: true), laid_by = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("pk_standing_duties", x => x.id));
        migrationBuilder.CreateTable(
            "trainings",
            t => new
            {
                id = t.Column<Guid>(), exercise_id = t.Column<Guid>(nullable: true), kind = t.Column<string>(), agency = t.Column<string>(), topic = t.Column<string>(),
                participants = t.Column<int>(), plan_versions = t.Column<string>(), answers = t.Column<string>(), held_at = t.Column<long>(), recorded_at = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("pk_trainings", x => x.id));
        migrationBuilder.CreateTable(
            "reachability_tests",
            t => new
            {
                id = t.Column<Guid>(), version = t.Column<int>(), exercise_id = t.Column<Guid>(nullable: true), state = t.Column<string>(), roster_id = t.Column<Guid>(),
                agency = t.Column<string>(), post = t.Column<string>(), opened_by = t.Column<string>(), day = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("pk_reachability_tests", x => x.id));
        migrationBuilder.CreateTable(
            "programmes",
            t => new
            {
                id = t.Column<Guid>(), version = t.Column<int>(), exercise_id = t.Column<Guid>(nullable: true), state = t.Column<string>(), jurisdiction = t.Column<string>(),
                name = t.Column<string>(), run_by = t.Column<string>(), accepter = t.Column<string>(), agencies = t.Column<string>(), dates = t.Column<string>(), shares = t.Column<string>(),
                findings = t.Column<string>(), accepted_at = t.Column<long>(nullable: true), reason = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_programmes", x => x.id));
        migrationBuilder.AddColumn<int>("tests_answered", "duty_rosters", defaultValue: 0);
        migrationBuilder.AddColumn<int>("tests_unanswered", "duty_rosters", defaultValue: 0);
        migrationBuilder.CreateIndex("ix_reachability_tests_roster_id_day_opened_by", "reachability_tests", ["roster_id", "day", "opened_by"], unique: true);
        migrationBuilder.CreateIndex("ix_reachability_tests_agency", "reachability_tests", "agency");
        migrationBuilder.CreateIndex("ix_meetings_incident_id", "meetings", "incident_id");
        migrationBuilder.CreateIndex("ix_meeting_actions_meeting_id", "meeting_actions", "meeting_id");
        migrationBuilder.CreateIndex("ix_meeting_actions_agency", "meeting_actions", "agency");
        migrationBuilder.CreateIndex("ix_standing_duties_agency", "standing_duties", "agency");
        migrationBuilder.CreateIndex("ix_trainings_agency", "trainings", "agency");
    }
}
