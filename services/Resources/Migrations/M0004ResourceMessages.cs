using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Resources.Migrations;

/// <summary>Messages of EDXL-RM that agencies send, and what their elements stand for.</summary>
[DbContext(typeof(ResourcesDb))]
[Migration("0004_ResourceMessages")]
internal sealed class M0004ResourceMessages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "rm_messages",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                thread = t.Column<string>(),
                message_id = t.Column<string>(),
                only_once = t.Column<string>(),
                type = t.Column<string>(),
                preceding_id = t.Column<string>(nullable: true),
                recalls_id = t.Column<string>(nullable: true),
                to_agencies = t.Column<string>(),
                is_actual = t.Column<bool>(),
                sent_at = t.Column<long>(),
                received_at = t.Column<long>(),
                state = t.Column<string>(),
                reason = t.Column<string>(nullable: true),
                sha256 = t.Column<string>(),
                original = t.Column<byte[]>(nullable: true),
                receipt = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("pk_rm_messages", x => x.id));
        migrationBuilder.CreateTable(
            "rm_parts",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                record_id = t.Column<Guid>(),
                agency = t.Column<string>(),
                thread = t.Column<string>(),
                message_id = t.Column<string>(),
                element_id = t.Column<string>(),
                ordinal = t.Column<int>(),
                kind = t.Column<string>(nullable: true),
                state = t.Column<string>(),
                reason = t.Column<string>(nullable: true),
                rule = t.Column<string>(nullable: true),
                ask_id = t.Column<Guid>(nullable: true),
                fill_id = t.Column<Guid>(nullable: true),
                is_opening = t.Column<bool>(),
                request_id = t.Column<Guid>(nullable: true),
                line_number = t.Column<int>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_rm_parts", x => x.id));
        migrationBuilder.CreateIndex("ix_rm_messages_only_once", "rm_messages", "only_once", unique: true);
        migrationBuilder.CreateIndex("ix_rm_messages_agency_thread", "rm_messages", ["agency", "thread"]);
        migrationBuilder.CreateIndex("ix_rm_messages_agency_state", "rm_messages", ["agency", "state"]);
        migrationBuilder.CreateIndex("ix_rm_parts_thread", "rm_parts", "thread");
        migrationBuilder.CreateIndex("ix_rm_parts_ask_id", "rm_parts", "ask_id");
        migrationBuilder.CreateIndex("ix_rm_parts_fill_id", "rm_parts", "fill_id");
        migrationBuilder.CreateIndex("ix_rm_parts_record_id", "rm_parts", "record_id");
    }
}
