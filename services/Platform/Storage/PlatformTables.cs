using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace Coordination.Platform;

/// <summary>The tables that every service's first migration makes for Platform.</summary>
public static class PlatformTables
{
    /// <summary>Makes them.</summary>
    public static void Create(MigrationBuilder migrationBuilder)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.CreateTable(
            "clocks",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                key = t.Column<string>(),
                entity_id = t.Column<Guid>(),
                subject = t.Column<Guid>(),
                occurrence = t.Column<int>(),
                state = t.Column<string>(),
                started_at = t.Column<long>(),
                due_at = t.Column<long>(),
                warn_at = t.Column<long>(),
                warned_at = t.Column<long>(nullable: true),
                met_at = t.Column<long>(nullable: true),
                breached_at = t.Column<long>(nullable: true),
                paused_at = t.Column<long>(nullable: true),
                pause_reason = t.Column<string>(nullable: true),
                pause_reasons = t.Column<string>(),
                basis = t.Column<string>(),
                waive_reason = t.Column<string>(nullable: true),
                waived_by = t.Column<string>(nullable: true),
                wake_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_clocks", x => x.id);
            });
        migrationBuilder.CreateTable(
            "deferred",
            t => new
            {
                id = t.Column<Guid>(),
                consumer = t.Column<string>(),
                source = t.Column<string>(),
                position = t.Column<long>(),
                event_id = t.Column<Guid>(),
                type = t.Column<string>(),
                subject = t.Column<Guid>(),
                exercise = t.Column<Guid>(nullable: true),
                previous = t.Column<string>(),
                header = t.Column<byte[]>(),
                data = t.Column<byte[]>(),
                not_before = t.Column<long>(),
                attempts = t.Column<int>(),
                error = t.Column<string>(),
                deferred_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_deferred", x => x.id);
            });
        migrationBuilder.CreateTable(
            "exercise_time",
            t => new
            {
                id = t.Column<Guid>(),
                time_version = t.Column<int>(),
                ended = t.Column<bool>(),
                segments = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_exercise_time", x => x.id);
            });
        migrationBuilder.CreateTable(
            "idempotency",
            t => new
            {
                caller = t.Column<string>(),
                key = t.Column<string>(),
                fingerprint = t.Column<byte[]>(),
                status = t.Column<int>(),
                content_type = t.Column<string>(nullable: true),
                location = t.Column<string>(nullable: true),
                etag = t.Column<string>(nullable: true),
                body = t.Column<byte[]>(),
                created_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_idempotency", x => new { x.caller, x.key });
            });
        migrationBuilder.CreateTable(
            "inbox",
            t => new
            {
                consumer = t.Column<string>(),
                source = t.Column<string>(),
                position = t.Column<long>(),
                event_id = t.Column<Guid>(),
                discarded = t.Column<bool>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_inbox", x => new { x.consumer, x.source, x.position });
            });
        migrationBuilder.CreateTable(
            "journal",
            t => new
            {
                seq = t.Column<long>().Annotation("Sqlite:Autoincrement", true).Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                id = t.Column<Guid>(),
                position = t.Column<long>(nullable: true),
                subject = t.Column<Guid>(),
                type = t.Column<string>(),
                source = t.Column<string>(),
                is_imported = t.Column<bool>(),
                exercise = t.Column<Guid>(nullable: true),
                previous = t.Column<string>(),
                header = t.Column<byte[]>(),
                data = t.Column<byte[]>(),
                hash = t.Column<byte[]>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_journal", x => x.seq);
            });
        migrationBuilder.CreateTable(
            "journal_head",
            t => new
            {
                id = t.Column<int>(),
                epoch = t.Column<long>(),
                head = t.Column<long>(),
                hash = t.Column<byte[]>(),
                owner = t.Column<string>(),
                lease_until = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_journal_head", x => x.id);
            });
        migrationBuilder.CreateTable(
            "journal_subject",
            t => new
            {
                subject = t.Column<Guid>(),
                type = t.Column<string>(),
                position = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_journal_subject", x => new { x.subject, x.type });
            });
        migrationBuilder.CreateTable(
            "relay_cursor",
            t => new
            {
                receiver = t.Column<string>(),
                position = t.Column<long>(),
                types = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_relay_cursor", x => x.receiver);
            });
        migrationBuilder.CreateIndex("ix_clocks_entity_id_key_occurrence", "clocks", ["entity_id", "key", "occurrence"], unique: true);
        migrationBuilder.CreateIndex("ix_clocks_exercise_id", "clocks", "exercise_id");
        migrationBuilder.CreateIndex("ix_clocks_wake_at", "clocks", "wake_at");
        migrationBuilder.CreateIndex("ix_deferred_consumer_source_position", "deferred", ["consumer", "source", "position"], unique: true);
        migrationBuilder.CreateIndex("ix_deferred_consumer_source_subject", "deferred", ["consumer", "source", "subject"]);
        migrationBuilder.CreateIndex("ix_deferred_not_before", "deferred", "not_before");
        migrationBuilder.CreateIndex("ix_idempotency_created_at", "idempotency", "created_at");
        migrationBuilder.CreateIndex("ix_journal_exercise", "journal", "exercise");
        migrationBuilder.CreateIndex("ix_journal_position", "journal", "position", unique: true);
        migrationBuilder.CreateIndex("ix_journal_subject", "journal", "subject");
    }
}
