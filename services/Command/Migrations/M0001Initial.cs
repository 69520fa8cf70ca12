using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>The first schema.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0001_Initial")]
internal sealed class M0001Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        PlatformTables.Create(migrationBuilder);
        migrationBuilder.CreateTable(
            "activations",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                incident_id = t.Column<Guid>(),
                plan_id = t.Column<Guid>(),
                plan_version_id = t.Column<Guid>(),
                plan_number = t.Column<int>(),
                agency = t.Column<string>(),
                authorised_by = t.Column<string>(nullable: true),
                tasks = t.Column<string>(),
                proposed_at = t.Column<long>(),
                active_at = t.Column<long>(nullable: true),
                ended_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_activations", x => x.id);
            });
        migrationBuilder.CreateTable(
            "agency_placements",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                jurisdiction = t.Column<string>(),
                name = t.Column<string>(),
                name_zh = t.Column<string>(),
                valid_from = t.Column<long>(),
                valid_to = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_agency_placements", x => x.id);
            });
        migrationBuilder.CreateTable(
            "authority_grants",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                jurisdiction = t.Column<string>(),
                power = t.Column<string>(),
                basis = t.Column<string>(),
                valid_from = t.Column<long>(),
                valid_to = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_authority_grants", x => x.id);
            });
        migrationBuilder.CreateTable(
            "casualty_entries",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                incident_id = t.Column<Guid>(),
                counts = t.Column<string>(),
                report_id = t.Column<Guid>(nullable: true),
                source_agency = t.Column<string>(),
                occurred_at = t.Column<long>(),
                known_at = t.Column<long>(),
                recorded_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_casualty_entries", x => x.id);
            });
        migrationBuilder.CreateTable(
            "command_transfers",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                incident_id = t.Column<Guid>(),
                form = t.Column<string>(),
                from_agency = t.Column<string>(),
                to_agency = t.Column<string>(),
                agencies = t.Column<string>(),
                reason = t.Column<string>(),
                briefing = t.Column<string>(nullable: true),
                proposed_at = t.Column<long>(),
                briefed_at = t.Column<long>(nullable: true),
                accepted_at = t.Column<long>(nullable: true),
                effective_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_command_transfers", x => x.id);
            });
        migrationBuilder.CreateTable(
            "drills",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                plan_id = t.Column<Guid>(),
                plan_version_id = t.Column<Guid>(),
                parent_drill_id = t.Column<Guid>(nullable: true),
                form = t.Column<string>(),
                scope = t.Column<string>(),
                played_in = t.Column<Guid>(nullable: true),
                aborted_for = t.Column<Guid>(nullable: true),
                injects = t.Column<string>(),
                findings = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_drills", x => x.id);
            });
        migrationBuilder.CreateTable(
            "duty_rosters",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                post = t.Column<string>(),
                from = t.Column<long>(),
                until = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_duty_rosters", x => x.id);
            });
        migrationBuilder.CreateTable(
            "duty_shifts",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                roster_id = t.Column<Guid>(),
                agency = t.Column<string>(),
                replaces = t.Column<Guid>(nullable: true),
                from = t.Column<long>(),
                until = t.Column<long>(),
                taken_at = t.Column<long>(nullable: true),
                handed_over_at = t.Column<long>(nullable: true),
                note = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_duty_shifts", x => x.id);
            });
        migrationBuilder.CreateTable(
            "exercises",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                state = t.Column<string>(),
                name = t.Column<string>(),
                speed = t.Column<double>(),
                segments = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_exercises", x => x.id);
            });
        migrationBuilder.CreateTable(
            "grade_decisions",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                incident_id = t.Column<Guid>(),
                state = t.Column<string>(),
                grade = t.Column<string>(),
                by_threshold = t.Column<bool>(),
                proposed_at = t.Column<long>(),
                confirmed_by = t.Column<string>(nullable: true),
                confirmed_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_grade_decisions", x => x.id);
            });
        migrationBuilder.CreateTable(
            "incident_commands",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                tenures = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_incident_commands", x => x.id);
            });
        migrationBuilder.CreateTable(
            "incidents",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                category = t.Column<string>(),
                kind = t.Column<string>(),
                event_code = t.Column<string>(nullable: true),
                title = t.Column<string>(),
                jurisdiction = t.Column<string>(),
                latitude = t.Column<double>(nullable: true),
                longitude = t.Column<double>(nullable: true),
                owner_agency = t.Column<string>(),
                participants = t.Column<string>(),
                report_id = t.Column<Guid>(nullable: true),
                parent_id = t.Column<Guid>(nullable: true),
                merged_into_id = t.Column<Guid>(nullable: true),
                grade = t.Column<string>(nullable: true),
                occurred_at = t.Column<long>(),
                known_at = t.Column<long>(),
                confirmed_at = t.Column<long>(nullable: true),
                response_ended_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_incidents", x => x.id);
            });
        migrationBuilder.CreateTable(
            "jurisdictions",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                code = t.Column<string>(),
                tier = t.Column<string>(),
                parent = t.Column<string>(nullable: true),
                name = t.Column<string>(),
                name_zh = t.Column<string>(),
                valid_from = t.Column<long>(),
                valid_to = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_jurisdictions", x => x.id);
            });
        migrationBuilder.CreateTable(
            "orders",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                incident_id = t.Column<Guid>(),
                activation_id = t.Column<Guid>(nullable: true),
                task = t.Column<string>(),
                ground = t.Column<string>(),
                revision = t.Column<int>(),
                from_agency = t.Column<string>(),
                escalation = t.Column<string>(),
                reason = t.Column<string>(nullable: true),
                question = t.Column<string>(nullable: true),
                percent = t.Column<int>(nullable: true),
                successor_id = t.Column<Guid>(nullable: true),
                issued_at = t.Column<long>(nullable: true),
                delivered_at = t.Column<long>(nullable: true),
                acknowledged_at = t.Column<long>(nullable: true),
                completed_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_orders", x => x.id);
            });
        migrationBuilder.CreateTable(
            "plan_versions",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                plan_id = t.Column<Guid>(),
                number = t.Column<int>(),
                state = t.Column<string>(),
                content = t.Column<string>(),
                trigger = t.Column<string>(nullable: true),
                lessons = t.Column<string>(),
                consulted = t.Column<string>(),
                drafted_by = t.Column<string>(),
                issued_at = t.Column<long>(nullable: true),
                filed_at = t.Column<long>(nullable: true),
                in_force_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_plan_versions", x => x.id);
            });
        migrationBuilder.CreateTable(
            "plans",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                name = t.Column<string>(),
                kind = t.Column<string>(),
                tier = t.Column<string>(),
                drill_duty = t.Column<string>(),
                jurisdiction = t.Column<string>(),
                owner_agency = t.Column<string>(),
                parent_plan_id = t.Column<Guid>(nullable: true),
                newest_number = t.Column<int>(),
                newest_version_id = t.Column<Guid>(),
                in_force_version_id = t.Column<Guid>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_plans", x => x.id);
            });
        migrationBuilder.CreateTable(
            "response_levels",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                incident_id = t.Column<Guid>(),
                jurisdiction = t.Column<string>(),
                state = t.Column<string>(),
                level = t.Column<string>(),
                proposed_level = t.Column<string>(nullable: true),
                matter = t.Column<string>(),
                measures = t.Column<string>(),
                plan_version_id = t.Column<Guid>(nullable: true),
                expected_end = t.Column<long>(),
                proposed_by = t.Column<string>(),
                approved_by = t.Column<string>(nullable: true),
                self_activated = t.Column<bool>(),
                confirmed_by = t.Column<string>(nullable: true),
                confirmation_overdue = t.Column<bool>(),
                end_reason = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_response_levels", x => x.id);
            });
        migrationBuilder.CreateTable(
            "reviews",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                incident_id = t.Column<Guid>(),
                contributions = t.Column<string>(),
                findings = t.Column<string>(nullable: true),
                comments = t.Column<string>(),
                actions = t.Column<string>(),
                opened_at = t.Column<long>(),
                drafted_at = t.Column<long>(nullable: true),
                adopted_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_reviews", x => x.id);
            });
        migrationBuilder.CreateTable(
            "venue_loads",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                hazard_id = t.Column<Guid>(nullable: true),
                event_notice_id = t.Column<Guid>(nullable: true),
                percent = t.Column<double>(),
                over_capacity = t.Column<bool>(),
                changed_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_venue_loads", x => x.id);
            });
        migrationBuilder.CreateTable(
            "warning_calls",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                warning_id = t.Column<Guid>(),
                recipient = t.Column<string>(),
                state = t.Column<string>(),
                called_at = t.Column<long>(),
                answered_at = t.Column<long>(nullable: true),
                escalated_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_warning_calls", x => x.id);
            });
        migrationBuilder.CreateTable(
            "warnings",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                incident_id = t.Column<Guid>(nullable: true),
                indicator_id = t.Column<Guid>(nullable: true),
                kind = t.Column<string>(),
                category = t.Column<string>(),
                event_code = t.Column<string>(nullable: true),
                level = t.Column<string>(),
                jurisdiction = t.Column<string>(),
                areas = t.Column<string>(),
                cautions = t.Column<string>(),
                measures = t.Column<string>(),
                proposed_by = t.Column<string>(),
                issuer_agency = t.Column<string>(nullable: true),
                starts_at = t.Column<long>(),
                expires_at = t.Column<long>(),
                issued_at = t.Column<long>(nullable: true),
                notified_neighbours = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_warnings", x => x.id);
            });
        migrationBuilder.CreateTable(
            "working_groups",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                incident_id = t.Column<Guid>(),
                kind = t.Column<string>(),
                head = t.Column<string>(nullable: true),
                members = t.Column<string>(),
                formed_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_working_groups", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_activations_incident_id", "activations", "incident_id");
        migrationBuilder.CreateIndex("ix_agency_placements_agency", "agency_placements", "agency");
        migrationBuilder.CreateIndex("ix_authority_grants_jurisdiction", "authority_grants", "jurisdiction");
        migrationBuilder.CreateIndex("ix_casualty_entries_incident_id", "casualty_entries", "incident_id");
        migrationBuilder.CreateIndex("ix_command_transfers_incident_id", "command_transfers", "incident_id");
        migrationBuilder.CreateIndex("ix_drills_plan_id", "drills", "plan_id");
        migrationBuilder.CreateIndex("ix_duty_shifts_roster_id", "duty_shifts", "roster_id");
        migrationBuilder.CreateIndex("ix_grade_decisions_incident_id", "grade_decisions", "incident_id");
        migrationBuilder.CreateIndex("ix_incidents_exercise_id", "incidents", "exercise_id");
        migrationBuilder.CreateIndex("ix_jurisdictions_code_exercise_id_valid_from", "jurisdictions", ["code", "exercise_id", "valid_from"]);
        migrationBuilder.CreateIndex("ix_orders_activation_id", "orders", "activation_id");
        migrationBuilder.CreateIndex("ix_orders_incident_id", "orders", "incident_id");
        migrationBuilder.CreateIndex("ix_plan_versions_plan_id_number", "plan_versions", ["plan_id", "number"], unique: true);
        migrationBuilder.CreateIndex("ix_response_levels_incident_id", "response_levels", "incident_id");
        migrationBuilder.CreateIndex("ix_reviews_incident_id", "reviews", "incident_id");
        migrationBuilder.CreateIndex("ix_warning_calls_warning_id_recipient", "warning_calls", ["warning_id", "recipient"], unique: true);
        migrationBuilder.CreateIndex("ix_warnings_exercise_id", "warnings", "exercise_id");
        migrationBuilder.CreateIndex("ix_working_groups_incident_id", "working_groups", "incident_id");
    }
}
