using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Oversight.Migrations;

/// <summary>The first schema.</summary>
[DbContext(typeof(OversightDb))]
[Migration("0001_Initial")]
internal sealed class M0001Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        PlatformTables.Create(migrationBuilder);
        migrationBuilder.CreateTable(
            "board_clocks",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                source = t.Column<string>(),
                key = t.Column<string>(),
                entity_id = t.Column<Guid>(),
                subject = t.Column<Guid>(),
                occurrence = t.Column<int>(),
                state = t.Column<string>(),
                started_at = t.Column<long>(),
                due_at = t.Column<long>(),
                warned_at = t.Column<long>(nullable: true),
                met_at = t.Column<long>(nullable: true),
                breached_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_board_clocks", x => x.id);
            });
        migrationBuilder.CreateTable(
            "duties",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                incident_id = t.Column<Guid>(nullable: true),
                from_agency = t.Column<string>(nullable: true),
                to_agency = t.Column<string>(),
                outage = t.Column<bool>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_duties", x => x.id);
            });
        migrationBuilder.CreateTable(
            "findings",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                kind = t.Column<string>(),
                state = t.Column<string>(),
                incident_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                evidence_id = t.Column<Guid>(),
                outage_evidence = t.Column<bool>(),
                reply = t.Column<string>(nullable: true),
                reason = t.Column<string>(nullable: true),
                action = t.Column<string>(nullable: true),
                raised_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_findings", x => x.id);
            });
        migrationBuilder.CreateTable(
            "measure_reviews",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                incident_id = t.Column<Guid>(),
                kind = t.Column<string>(),
                ground = t.Column<string>(),
                from_agency = t.Column<string>(),
                issued_at = t.Column<long>(),
                expires_at = t.Column<long>(nullable: true),
                reviewed_at = t.Column<long>(nullable: true),
                justified = t.Column<bool>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_measure_reviews", x => x.id);
            });
        migrationBuilder.CreateTable(
            "mediation_counts",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                year = t.Column<int>(),
                month = t.Column<int>(),
                kind = t.Column<string>(),
                outcome = t.Column<string>(),
                cases = t.Column<int>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_mediation_counts", x => x.id);
            });
        migrationBuilder.CreateTable(
            "responder_complaints",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                about_agency = t.Column<string>(),
                state = t.Column<string>(),
                retention = t.Column<string>(),
                words = t.Column<byte[]>(),
                contact = t.Column<byte[]>(),
                received_at = t.Column<long>(),
                held_until = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_responder_complaints", x => x.id);
            });
        migrationBuilder.CreateTable(
            "timeline",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                timeline = t.Column<Guid>(),
                sequence = t.Column<int>(),
                type = t.Column<string>(),
                source = t.Column<string>(),
                position = t.Column<long>(),
                event_id = t.Column<Guid>(),
                at = t.Column<long>(),
                recorded_at = t.Column<long>(),
                facts = t.Column<string>(),
                hash = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_timeline", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_board_clocks_exercise_id", "board_clocks", "exercise_id");
        migrationBuilder.CreateIndex("ix_board_clocks_subject", "board_clocks", "subject");
        migrationBuilder.CreateIndex("ix_findings_evidence_id", "findings", "evidence_id");
        migrationBuilder.CreateIndex("ix_mediation_counts_year_month_kind_outcome", "mediation_counts", ["year", "month", "kind", "outcome"]);
        migrationBuilder.CreateIndex("ix_timeline_timeline_sequence", "timeline", ["timeline", "sequence"], unique: true);
    }
}
