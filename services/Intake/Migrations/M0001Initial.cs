using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Intake.Migrations;

/// <summary>The first schema.</summary>
[DbContext(typeof(IntakeDb))]
[Migration("0001_Initial")]
internal sealed class M0001Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        PlatformTables.Create(migrationBuilder);
        migrationBuilder.CreateTable(
            "contact_accesses",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                report_id = t.Column<Guid>(),
                subject = t.Column<string>(),
                agency = t.Column<string>(),
                purpose = t.Column<string>(),
                opened_at = t.Column<long>(),
                expires_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_contact_accesses", x => x.id);
            });
        migrationBuilder.CreateTable(
            "correlations",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                report_id = t.Column<Guid>(),
                target = t.Column<string>(),
                target_id = t.Column<Guid>(),
                score = t.Column<int>(),
                reasons = t.Column<string>(),
                values = t.Column<string>(),
                proposed_at = t.Column<long>(),
                decided_at = t.Column<long>(nullable: true),
                decided_by = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_correlations", x => x.id);
            });
        migrationBuilder.CreateTable(
            "duty_bodies",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                jurisdiction = t.Column<string>(),
                valid_from = t.Column<long>(),
                valid_to = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_duty_bodies", x => x.id);
            });
        migrationBuilder.CreateTable(
            "event_notices",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                kind = t.Column<string>(),
                venue = t.Column<string>(),
                operator_agency = t.Column<string>(),
                area_code = t.Column<string>(),
                latitude = t.Column<double>(nullable: true),
                longitude = t.Column<double>(nullable: true),
                place_text = t.Column<string>(nullable: true),
                expected_attendance = t.Column<int>(),
                capacity = t.Column<int>(),
                starts_at = t.Column<long>(),
                ends_at = t.Column<long>(),
                filed_at = t.Column<long>(),
                permit = t.Column<string>(nullable: true),
                warnings = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_event_notices", x => x.id);
            });
        migrationBuilder.CreateTable(
            "hazards",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                kind = t.Column<string>(),
                name = t.Column<string>(),
                owner_agency = t.Column<string>(),
                area_code = t.Column<string>(),
                latitude = t.Column<double>(nullable: true),
                longitude = t.Column<double>(nullable: true),
                place_text = t.Column<string>(nullable: true),
                capacity = t.Column<int>(nullable: true),
                receptors = t.Column<string>(),
                inspections = t.Column<string>(),
                likelihood = t.Column<int>(nullable: true),
                consequence = t.Column<int>(nullable: true),
                rating = t.Column<string>(nullable: true),
                major_potential = t.Column<bool>(),
                rectified_by = t.Column<string>(nullable: true),
                rectify_by = t.Column<long>(nullable: true),
                measure = t.Column<string>(nullable: true),
                submitted_note = t.Column<string>(nullable: true),
                submitted_at = t.Column<long>(nullable: true),
                incident_id = t.Column<Guid>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_hazards", x => x.id);
            });
        migrationBuilder.CreateTable(
            "indicators",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                kind = t.Column<string>(),
                event_kind = t.Column<string>(),
                event_code = t.Column<string>(nullable: true),
                owner_agency = t.Column<string>(),
                area_code = t.Column<string>(),
                latitude = t.Column<double>(nullable: true),
                longitude = t.Column<double>(nullable: true),
                place_text = t.Column<string>(nullable: true),
                capacity = t.Column<int>(nullable: true),
                hazard_id = t.Column<Guid>(nullable: true),
                event_notice_id = t.Column<Guid>(nullable: true),
                thresholds = t.Column<string>(),
                clear_after_minutes = t.Column<double>(),
                silent_after_minutes = t.Column<int>(nullable: true),
                last_value = t.Column<double>(nullable: true),
                last_reading_at = t.Column<long>(nullable: true),
                confidence = t.Column<string>(),
                below_since = t.Column<long>(nullable: true),
                sensor_silent = t.Column<bool>(),
                held = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_indicators", x => x.id);
            });
        migrationBuilder.CreateTable(
            "inspections",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                hazard_id = t.Column<Guid>(),
                kind = t.Column<string>(),
                outcome = t.Column<string>(),
                inspected_at = t.Column<long>(),
                agency = t.Column<string>(),
                note = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_inspections", x => x.id);
            });
        migrationBuilder.CreateTable(
            "readings",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                indicator_id = t.Column<Guid>(),
                value = t.Column<double>(),
                taken_at = t.Column<long>(),
                method = t.Column<string>(),
                confidence = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_readings", x => x.id);
            });
        migrationBuilder.CreateTable(
            "reporting_duties",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                incident_id = t.Column<Guid>(),
                kind = t.Column<string>(),
                agency = t.Column<string>(),
                tier = t.Column<string>(),
                since_at = t.Column<long>(),
                ended_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_reporting_duties", x => x.id);
            });
        migrationBuilder.CreateTable(
            "reports",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                kind = t.Column<string>(),
                number = t.Column<int>(),
                series_id = t.Column<Guid>(),
                prior_report_id = t.Column<Guid>(nullable: true),
                superseded_by_id = t.Column<Guid>(nullable: true),
                incident_id = t.Column<Guid>(nullable: true),
                origin = t.Column<string>(),
                origin_id = t.Column<Guid>(nullable: true),
                source = t.Column<string>(),
                channel = t.Column<string>(),
                tier = t.Column<string>(nullable: true),
                to_tier = t.Column<string>(nullable: true),
                from_agency = t.Column<string>(nullable: true),
                agency = t.Column<string>(),
                category = t.Column<string>(),
                area_code = t.Column<string>(),
                latitude = t.Column<double>(nullable: true),
                longitude = t.Column<double>(nullable: true),
                place_text = t.Column<string>(nullable: true),
                known_at = t.Column<long>(),
                received_at = t.Column<long>(),
                outage_from = t.Column<long>(nullable: true),
                outage_until = t.Column<long>(nullable: true),
                content = t.Column<string>(),
                verified = t.Column<string>(nullable: true),
                check = t.Column<string>(),
                missing = t.Column<string>(),
                reporter_contact = t.Column<byte[]>(nullable: true),
                scene_contact = t.Column<byte[]>(nullable: true),
                acknowledged_at = t.Column<long>(nullable: true),
                escalation_step = t.Column<int>(),
                priority = t.Column<string>(nullable: true),
                duplicate_of = t.Column<Guid>(nullable: true),
                reason = t.Column<string>(nullable: true),
                transferred_to = t.Column<string>(nullable: true),
                relayed_at = t.Column<long>(nullable: true),
                answered_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_reports", x => x.id);
            });
        migrationBuilder.CreateTable(
            "tree_nodes",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                code = t.Column<string>(),
                tier = t.Column<string>(),
                parent = t.Column<string>(nullable: true),
                valid_from = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_tree_nodes", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_correlations_report_id", "correlations", "report_id");
        migrationBuilder.CreateIndex("ix_duty_bodies_jurisdiction", "duty_bodies", "jurisdiction");
        migrationBuilder.CreateIndex("ix_hazards_area_code", "hazards", "area_code");
        migrationBuilder.CreateIndex("ix_inspections_hazard_id", "inspections", "hazard_id");
        migrationBuilder.CreateIndex("ix_readings_indicator_id", "readings", "indicator_id");
        migrationBuilder.CreateIndex("ix_reporting_duties_incident_id", "reporting_duties", "incident_id");
        migrationBuilder.CreateIndex("ix_reports_incident_id", "reports", "incident_id");
        migrationBuilder.CreateIndex("ix_reports_received_at", "reports", "received_at");
        migrationBuilder.CreateIndex("ix_reports_series_id", "reports", "series_id");
        migrationBuilder.CreateIndex("ix_tree_nodes_code", "tree_nodes", "code");
    }
}
