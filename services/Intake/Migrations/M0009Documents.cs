using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Intake.Migrations;

/// <summary>Documents that other systems send as reports.</summary>
[DbContext(typeof(IntakeDb))]
[Migration("0009_Documents")]
internal sealed class M0009Documents : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "documents",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                reason = t.Column<string>(nullable: true),
                format = t.Column<string>(),
                from_agency = t.Column<string>(),
                agency = t.Column<string>(),
                only_once = t.Column<string>(),
                thread = t.Column<string>(),
                awaits = t.Column<string>(nullable: true),
                sent_at = t.Column<long>(),
                received_at = t.Column<long>(),
                text = t.Column<string>(),
                sha256 = t.Column<string>(),
                original = t.Column<byte[]>(nullable: true),
                report_id = t.Column<Guid>(nullable: true),
                dismissal = t.Column<string>(nullable: true),
                act = t.Column<string>(),
                refers_to = t.Column<string>(),
                area_code = t.Column<string>(nullable: true),
                latitude = t.Column<double>(nullable: true),
                longitude = t.Column<double>(nullable: true),
                place_text = t.Column<string>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_documents", x => x.id));
        migrationBuilder.CreateIndex("ix_documents_only_once", "documents", "only_once", unique: true);
        migrationBuilder.CreateIndex("ix_documents_thread", "documents", "thread");
        migrationBuilder.CreateIndex("ix_documents_awaits", "documents", "awaits");
    }
}
