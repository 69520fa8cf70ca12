using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Mediation.Migrations;

/// <summary>The first schema.</summary>
[DbContext(typeof(MediationDb))]
[Migration("0001_Initial")]
internal sealed class M0001Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        PlatformTables.Create(migrationBuilder);
        migrationBuilder.CreateTable(
            "agreements",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                case_id = t.Column<Guid>(),
                state = t.Column<string>(),
                terms = t.Column<byte[]>(),
                is_oral = t.Column<bool>(),
                signatures = t.Column<string>(),
                confirmation_applicants = t.Column<string>(),
                instalments = t.Column<string>(),
                effective_at = t.Column<long>(nullable: true),
                confirmation_until = t.Column<long>(nullable: true),
                court_accepted_at = t.Column<long>(nullable: true),
                was_confirmed = t.Column<bool>(),
                rights_notice = t.Column<string>(),
                performed_late_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_agreements", x => x.id);
            });
        migrationBuilder.CreateTable(
            "appointments",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                case_id = t.Column<Guid>(),
                mediator = t.Column<string>(),
                skills = t.Column<string>(),
                has_conflict = t.Column<bool>(nullable: true),
                state = t.Column<string>(),
                challenged_by = t.Column<Guid>(nullable: true),
                challenging_side = t.Column<string>(nullable: true),
                accepted_by = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_appointments", x => x.id);
            });
        migrationBuilder.CreateTable(
            "cases",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                state = t.Column<string>(),
                kind = t.Column<string>(),
                tier = t.Column<string>(),
                origin = t.Column<string>(),
                summary = t.Column<byte[]>(),
                parallel = t.Column<string>(nullable: true),
                referred_to = t.Column<string>(nullable: true),
                referred_for = t.Column<string>(nullable: true),
                rights_explained = t.Column<string>(),
                rights_notice = t.Column<string>(),
                received_at = t.Column<long>(),
                accepted_at = t.Column<long>(nullable: true),
                closed_at = t.Column<long>(nullable: true),
                major_reported_at = t.Column<long>(nullable: true),
                extensions = t.Column<int>(),
                legal_aid_referrals = t.Column<int>(),
                hardship_referrals = t.Column<int>(),
                held_until = t.Column<long>(nullable: true),
                held_for = t.Column<string>(nullable: true),
                destroyed_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_cases", x => x.id);
            });
        migrationBuilder.CreateTable(
            "caucus_notes",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                case_id = t.Column<Guid>(),
                session_id = t.Column<Guid>(),
                side = t.Column<string>(),
                mediator = t.Column<string>(),
                written_at = t.Column<long>(),
                text = t.Column<byte[]>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_caucus_notes", x => x.id);
            });
        migrationBuilder.CreateTable(
            "complaints",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                kind = t.Column<string>(),
                state = t.Column<string>(),
                text = t.Column<byte[]>(),
                reply = t.Column<byte[]>(),
                received_at = t.Column<long>(),
                replied_at = t.Column<long>(nullable: true),
                destroyed_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_complaints", x => x.id);
            });
        migrationBuilder.CreateTable(
            "custody_log",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                evidence_id = t.Column<Guid>(),
                sequence = t.Column<int>(),
                action = t.Column<string>(),
                refused_by = t.Column<string>(nullable: true),
                signed_by = t.Column<string>(),
                custodian = t.Column<string>(),
                at = t.Column<long>(),
                hash = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_custody_log", x => x.id);
            });
        migrationBuilder.CreateTable(
            "deaths",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                case_id = t.Column<Guid>(),
                died_at = t.Column<long>(),
                is_frozen = t.Column<bool>(),
                autopsy = t.Column<string>(),
                chosen_at = t.Column<long>(nullable: true),
                autopsy_at = t.Column<long>(nullable: true),
                handed_over_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_deaths", x => x.id);
            });
        migrationBuilder.CreateTable(
            "evidence",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                case_id = t.Column<Guid>(),
                state = t.Column<string>(),
                kind = t.Column<string>(),
                is_original = t.Column<bool>(),
                is_unfinished = t.Column<bool>(),
                completes = t.Column<Guid>(nullable: true),
                custodian = t.Column<string>(nullable: true),
                listed_at = t.Column<long>(),
                description = t.Column<byte[]>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_evidence", x => x.id);
            });
        migrationBuilder.CreateTable(
            "file_openings",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                file_id = t.Column<Guid>(),
                subject = t.Column<string>(),
                agency = t.Column<string>(),
                purpose = t.Column<string>(),
                opened_at = t.Column<long>(),
                expires_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_file_openings", x => x.id);
            });
        migrationBuilder.CreateTable(
            "follow_ups",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                case_id = t.Column<Guid>(),
                agreement_id = t.Column<Guid>(),
                clock_key = t.Column<string>(),
                state = t.Column<string>(),
                finding = t.Column<string>(nullable: true),
                done_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_follow_ups", x => x.id);
            });
        migrationBuilder.CreateTable(
            "parties",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                case_id = t.Column<Guid>(),
                side = t.Column<string>(),
                name = t.Column<byte[]>(),
                contact = t.Column<byte[]>(),
                consent = t.Column<string>(),
                consent_log = t.Column<string>(),
                is_representative = t.Column<bool>(),
                rights_notified_at = t.Column<long>(nullable: true),
                allows_statement = t.Column<bool>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_parties", x => x.id);
            });
        migrationBuilder.CreateTable(
            "sessions",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                case_id = t.Column<Guid>(),
                state = t.Column<string>(),
                kind = t.Column<string>(),
                party_ids = t.Column<string>(),
                bodies = t.Column<string>(),
                starts_at = t.Column<long>(),
                ends_at = t.Column<long>(),
                held_at = t.Column<long>(nullable: true),
                ended_by_withdrawal_at = t.Column<long>(nullable: true),
                signed_by = t.Column<string>(),
                minutes = t.Column<byte[]>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_sessions", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_agreements_case_id", "agreements", "case_id");
        migrationBuilder.CreateIndex("ix_appointments_case_id", "appointments", "case_id");
        migrationBuilder.CreateIndex("ix_cases_agency", "cases", "agency");
        migrationBuilder.CreateIndex("ix_caucus_notes_session_id", "caucus_notes", "session_id");
        migrationBuilder.CreateIndex("ix_complaints_agency", "complaints", "agency");
        migrationBuilder.CreateIndex("ix_custody_log_evidence_id_sequence", "custody_log", ["evidence_id", "sequence"], unique: true);
        migrationBuilder.CreateIndex("ix_deaths_case_id", "deaths", "case_id", unique: true);
        migrationBuilder.CreateIndex("ix_evidence_case_id", "evidence", "case_id");
        migrationBuilder.CreateIndex("ix_file_openings_file_id", "file_openings", "file_id");
        migrationBuilder.CreateIndex("ix_follow_ups_case_id", "follow_ups", "case_id");
        migrationBuilder.CreateIndex("ix_parties_case_id", "parties", "case_id");
        migrationBuilder.CreateIndex("ix_sessions_case_id", "sessions", "case_id");
    }
}
