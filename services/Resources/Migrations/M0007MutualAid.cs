using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Resources.Migrations;

/// <summary>Agreements on mutual aid, the terms by which asks and fills stand under them, and where deployed units were last seen.</summary>
[DbContext(typeof(ResourcesDb))]
[Migration("0007_MutualAid")]
internal sealed class M0007MutualAid : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<Guid>("agreement_id", "asks", nullable: true);
        migrationBuilder.AddColumn<Guid>("agreement_id", "fills", nullable: true);
        migrationBuilder.AddColumn<string>("term", "fills", nullable: true);
        migrationBuilder.CreateTable(
            "aid_agreements",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agreement_id = t.Column<Guid>(),
                agency = t.Column<string>(),
                lender_agency = t.Column<string>(),
                borrower_agency = t.Column<string>(),
                proposer_agency = t.Column<string>(),
                state = t.Column<string>(),
                call_order = t.Column<int>(),
                terms = t.Column<string>(),
                valid_from = t.Column<long>(),
                valid_until = t.Column<long>(),
                proposed_at = t.Column<long>(),
                changed_at = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("pk_aid_agreements", x => x.id));
        migrationBuilder.CreateTable(
            "positions",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                requester_agency = t.Column<string>(),
                incident_id = t.Column<Guid>(nullable: true),
                unit_id = t.Column<Guid>(),
                latitude = t.Column<double>(nullable: true),
                longitude = t.Column<double>(nullable: true),
                arrived_at = t.Column<long>(),
                seen_at = t.Column<long>(),
                ended_at = t.Column<long>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_positions", x => x.id));
        migrationBuilder.CreateIndex("ix_positions_agency", "positions", "agency");
        migrationBuilder.CreateIndex("ix_aid_agreements_agreement_id_agency", "aid_agreements", ["agreement_id", "agency"], unique: true);
        migrationBuilder.CreateIndex("ix_aid_agreements_agency", "aid_agreements", "agency");
    }
}
