using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>What agencies tell each other of an incident, and who received it.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0008_Notices")]
internal sealed class M0008Notices : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "notices",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                incident_id = t.Column<Guid>(),
                from_agency = t.Column<string>(),
                issued_at = t.Column<long>(),
                agencies = t.Column<string>(),
                texts = t.Column<string>(),
                audience = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("pk_notices", x => x.id));
        migrationBuilder.CreateTable(
            "notice_receipts",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                notice_id = t.Column<Guid>(),
                incident_id = t.Column<Guid>(),
                recipient = t.Column<string>(),
                state = t.Column<string>(),
                revision = t.Column<int>(),
                sent_at = t.Column<long>(),
                newest_at = t.Column<long>(),
                received_at = t.Column<long>(nullable: true),
                received_as = t.Column<string>(nullable: true),
                unanswered_at = t.Column<long>(nullable: true),
                superiors = t.Column<string>(),
                taken_over_at = t.Column<long>(nullable: true),
                audience = t.Column<string>(),
            },
            constraints: t => t.PrimaryKey("pk_notice_receipts", x => x.id));
        migrationBuilder.CreateIndex("ix_notices_incident_id", "notices", "incident_id");
        migrationBuilder.CreateIndex("ix_notice_receipts_notice_id_recipient", "notice_receipts", ["notice_id", "recipient"], unique: true);
    }
}
