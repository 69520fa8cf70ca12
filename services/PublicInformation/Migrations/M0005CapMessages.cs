using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.PublicInformation.Migrations;

/// <summary>Messages of CAP, issued here and taken in, and where they are in force.</summary>
[DbContext(typeof(PublicInformationDb))]
[Migration("0005_CapMessages")]
internal sealed class M0005CapMessages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "cap_imports",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                sha256 = t.Column<string>(),
                only_once = t.Column<string>(),
                kind = t.Column<string>(),
                content_type = t.Column<string>(),
                received_at = t.Column<long>(),
                is_open = t.Column<bool>(),
                original = t.Column<byte[]>(nullable: true),
                findings = t.Column<string>(),
                messages = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("pk_cap_imports", x => x.id));
        migrationBuilder.CreateIndex("ix_cap_imports_only_once", "cap_imports", "only_once", unique: true);
        migrationBuilder.CreateTable(
            "cap_messages",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                is_here = t.Column<bool>(),
                import_id = t.Column<Guid>(nullable: true),
                sender = t.Column<string>(),
                identifier = t.Column<string>(),
                sent = t.Column<long>(nullable: true),
                status = t.Column<string>(),
                message_type = t.Column<string>(),
                scope = t.Column<string>(),
                is_sound = t.Column<bool>(),
                is_shown = t.Column<bool>(),
                is_trusted = t.Column<bool>(),
                references = t.Column<string>(),
                infos = t.Column<string>(),
                findings = t.Column<string>(),
                signatures = t.Column<string>(),
                received_at = t.Column<long>(),
                starts_at = t.Column<long>(),
                runs_out_at = t.Column<long>(),
                ends_at = t.Column<long>(),
                ended_as = t.Column<string>(nullable: true),
                ended_by = t.Column<Guid>(nullable: true),
                ended_at = t.Column<long>(nullable: true),
                ended_by_order = t.Column<string>(),
                name = t.Column<string>(),
                only_once = t.Column<string>(),
                shapes = t.Column<byte[]>(),
            },
            constraints: t => t.PrimaryKey("pk_cap_messages", x => x.id));
        migrationBuilder.CreateIndex("ix_cap_messages_name", "cap_messages", "name");
        migrationBuilder.CreateIndex("ix_cap_messages_only_once", "cap_messages", "only_once", unique: true);
        migrationBuilder.CreateIndex("ix_cap_messages_exercise_id_ends_at", "cap_messages", ["exercise_id", "ends_at"]);
        migrationBuilder.CreateTable(
            "cap_namings",
            t => new { id = t.Column<Guid>(), message_id = t.Column<Guid>(), name = t.Column<string>() },
            constraints: t => t.PrimaryKey("pk_cap_namings", x => x.id));
        migrationBuilder.CreateIndex("ix_cap_namings_name", "cap_namings", "name");
        migrationBuilder.CreateTable(
            "cap_places",
            t => new { id = t.Column<Guid>(), message_id = t.Column<Guid>(), key = t.Column<string>(), starts_at = t.Column<long>(), ends_at = t.Column<long>() },
            constraints: t => t.PrimaryKey("pk_cap_places", x => x.id));
        migrationBuilder.CreateIndex("ix_cap_places_message_id", "cap_places", "message_id");
        migrationBuilder.CreateIndex("ix_cap_places_key_ends_at", "cap_places", ["key", "ends_at"]);
    }
}
