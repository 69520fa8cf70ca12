using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.PublicInformation.Migrations;

/// <summary>The first schema.</summary>
[DbContext(typeof(PublicInformationDb))]
[Migration("0001_Initial")]
internal sealed class M0001Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        PlatformTables.Create(migrationBuilder);
        migrationBuilder.CreateTable(
            "alerts",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                incident_id = t.Column<Guid>(nullable: true),
                identifier = t.Column<string>(),
                sender = t.Column<string>(),
                source = t.Column<string>(nullable: true),
                message_type = t.Column<string>(),
                references = t.Column<Guid>(nullable: true),
                chain = t.Column<string>(),
                kind = t.Column<string>(),
                event_code = t.Column<string>(nullable: true),
                responses = t.Column<string>(),
                urgency = t.Column<string>(),
                severity = t.Column<string>(),
                certainty = t.Column<string>(),
                texts = t.Column<string>(),
                areas = t.Column<string>(),
                channels = t.Column<string>(),
                effective = t.Column<long>(nullable: true),
                onset = t.Column<long>(nullable: true),
                expires = t.Column<long>(nullable: true),
                approved_at = t.Column<long>(nullable: true),
                sent = t.Column<long>(nullable: true),
                ended_at = t.Column<long>(nullable: true),
                ended_by = t.Column<Guid>(nullable: true),
                author = t.Column<string>(),
                approver = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_alerts", x => x.id);
            });
        migrationBuilder.CreateTable(
            "clarifications",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                incident_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                claim = t.Column<string>(),
                heard_at = t.Column<long>(),
                outcome = t.Column<string>(nullable: true),
                facts = t.Column<string>(),
                answer = t.Column<string>(nullable: true),
                answered_by = t.Column<string>(nullable: true),
                published_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_clarifications", x => x.id);
            });
        migrationBuilder.CreateTable(
            "incidents",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                category = t.Column<string>(),
                jurisdiction = t.Column<string>(),
                grade = t.Column<string>(nullable: true),
                confirmed_at = t.Column<long>(),
                response_ended = t.Column<bool>(),
                spokespersons = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_incidents", x => x.id);
            });
        migrationBuilder.CreateTable(
            "receipts",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                alert_id = t.Column<Guid>(),
                channel = t.Column<string>(),
                state = t.Column<string>(),
                attempts = t.Column<int>(),
                changed_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_receipts", x => x.id);
            });
        migrationBuilder.CreateTable(
            "statements",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                incident_id = t.Column<Guid>(nullable: true),
                title = t.Column<string>(),
                body = t.Column<string>(),
                language = t.Column<string>(),
                facts = t.Column<string>(),
                translations = t.Column<string>(),
                author = t.Column<string>(),
                agency = t.Column<string>(),
                approver = t.Column<string>(nullable: true),
                supersedes = t.Column<Guid>(nullable: true),
                superseded_by = t.Column<Guid>(nullable: true),
                is_correction = t.Column<bool>(),
                notice = t.Column<string>(nullable: true),
                published_at = t.Column<long>(nullable: true),
                ended_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_statements", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_alerts_exercise_id_identifier", "alerts", ["exercise_id", "identifier"]);
        migrationBuilder.CreateIndex("ix_alerts_state", "alerts", "state");
        migrationBuilder.CreateIndex("ix_clarifications_incident_id", "clarifications", "incident_id");
        migrationBuilder.CreateIndex("ix_receipts_alert_id_channel", "receipts", ["alert_id", "channel"], unique: true);
        migrationBuilder.CreateIndex("ix_statements_incident_id", "statements", "incident_id");
    }
}
