using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Intake.Migrations;

/// <summary>Messages that gateways hand over.</summary>
[DbContext(typeof(IntakeDb))]
[Migration("0006_Messages")]
internal sealed class M0006Messages : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "messages",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                gateway = t.Column<string>(),
                message_id = t.Column<string>(),
                only_once = t.Column<string>(),
                channel = t.Column<string>(),
                agency = t.Column<string>(),
                area_code = t.Column<string>(nullable: true),
                text = t.Column<string>(),
                sender = t.Column<byte[]>(nullable: true),
                sent_at = t.Column<long>(),
                received_at = t.Column<long>(),
                report_id = t.Column<Guid>(nullable: true),
                reason = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_messages", x => x.id));
        migrationBuilder.CreateIndex("ix_messages_only_once", "messages", "only_once", unique: true);
    }
}
