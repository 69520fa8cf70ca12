using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Resources.Migrations;

/// <summary>The first schema.</summary>
[DbContext(typeof(ResourcesDb))]
[Migration("0001_Initial")]
internal sealed class M0001Initial : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        PlatformTables.Create(migrationBuilder);
        migrationBuilder.CreateTable(
            "asks",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                agency = t.Column<string>(),
                from_agency = t.Column<string>(),
                request_id = t.Column<Guid>(),
                line_id = t.Column<Guid>(),
                incident_id = t.Column<Guid>(nullable: true),
                relation = t.Column<string>(),
                message = t.Column<string>(),
                type_code = t.Column<string>(),
                unit_of_measure = t.Column<string>(),
                quantity = t.Column<int>(),
                offered = t.Column<int>(),
                mission = t.Column<string>(),
                need_by = t.Column<long>(),
                requested_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_asks", x => x.id);
            });
        migrationBuilder.CreateTable(
            "fills",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                fill_id = t.Column<Guid>(),
                side = t.Column<string>(),
                agency = t.Column<string>(),
                requester_agency = t.Column<string>(),
                supplier_agency = t.Column<string>(),
                state = t.Column<string>(),
                ask_id = t.Column<Guid>(nullable: true),
                request_id = t.Column<Guid>(nullable: true),
                line_id = t.Column<Guid>(nullable: true),
                incident_id = t.Column<Guid>(nullable: true),
                response = t.Column<string>(),
                reason = t.Column<string>(nullable: true),
                type_code = t.Column<string>(),
                unit_of_measure = t.Column<string>(),
                quantity = t.Column<int>(),
                wanted_quantity = t.Column<int>(nullable: true),
                unit_id = t.Column<Guid>(nullable: true),
                picks = t.Column<string>(),
                price_minor = t.Column<long>(nullable: true),
                claim_minor = t.Column<long>(nullable: true),
                currency = t.Column<string>(nullable: true),
                valid_until = t.Column<long>(nullable: true),
                available_until = t.Column<long>(nullable: true),
                wanted_until = t.Column<long>(nullable: true),
                offered_at = t.Column<long>(),
                ordered_at = t.Column<long>(nullable: true),
                committed_at = t.Column<long>(nullable: true),
                departed_at = t.Column<long>(nullable: true),
                arrived_at = t.Column<long>(nullable: true),
                returned_at = t.Column<long>(nullable: true),
                promised_at = t.Column<long>(nullable: true),
                eta = t.Column<long>(nullable: true),
                status_asked_at = t.Column<long>(nullable: true),
                heard_at = t.Column<long>(),
                is_stale = t.Column<bool>(),
                is_order_implied = t.Column<bool>(),
                asks = t.Column<int>(),
                answers = t.Column<int>(),
                trail = t.Column<string>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_fills", x => x.id);
            });
        migrationBuilder.CreateTable(
            "funds",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                incident_id = t.Column<Guid>(nullable: true),
                fill_id = t.Column<Guid>(nullable: true),
                source = t.Column<string>(),
                state = t.Column<string>(),
                purpose = t.Column<string>(),
                amount_minor = t.Column<long>(),
                spent_minor = t.Column<long>(nullable: true),
                currency = t.Column<string>(),
                spent_by = t.Column<string>(nullable: true),
                is_audit_clean = t.Column<bool>(nullable: true),
                changed_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_funds", x => x.id);
            });
        migrationBuilder.CreateTable(
            "owner_contact_accesses",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                requisition_id = t.Column<Guid>(),
                person = t.Column<string>(),
                agency = t.Column<string>(),
                purpose = t.Column<string>(),
                opened_at = t.Column<long>(),
                expires_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_owner_contact_accesses", x => x.id);
            });
        migrationBuilder.CreateTable(
            "requests",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                incident_id = t.Column<Guid>(nullable: true),
                level = t.Column<string>(nullable: true),
                lines = t.Column<string>(),
                instructions = t.Column<string>(nullable: true),
                created_at = t.Column<long>(),
                submitted_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_requests", x => x.id);
            });
        migrationBuilder.CreateTable(
            "requisitions",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                incident_id = t.Column<Guid>(),
                state = t.Column<string>(),
                type_code = t.Column<string>(),
                unit_of_measure = t.Column<string>(),
                quantity = t.Column<int>(),
                proposed_by = t.Column<string>(),
                register = t.Column<string>(nullable: true),
                owner_contact = t.Column<byte[]>(nullable: true),
                compensation_minor = t.Column<long>(nullable: true),
                currency = t.Column<string>(nullable: true),
                changed_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_requisitions", x => x.id);
            });
        migrationBuilder.CreateTable(
            "response_levels",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                level = t.Column<string>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_response_levels", x => x.id);
            });
        migrationBuilder.CreateTable(
            "stock_lots",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                state = t.Column<string>(),
                type_code = t.Column<string>(),
                unit_of_measure = t.Column<string>(),
                source = t.Column<string>(),
                depot = t.Column<string>(nullable: true),
                received = t.Column<int>(),
                free = t.Column<int>(),
                held = t.Column<int>(),
                picked = t.Column<int>(),
                issued = t.Column<int>(),
                received_at = t.Column<long>(),
                expires_at = t.Column<long>(nullable: true),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_stock_lots", x => x.id);
            });
        migrationBuilder.CreateTable(
            "stock_postings",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                lot_id = t.Column<Guid>(),
                movement_id = t.Column<Guid>(),
                movement = t.Column<string>(),
                account = t.Column<string>(),
                quantity = t.Column<int>(),
                fill_id = t.Column<Guid>(nullable: true),
                occurred_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_stock_postings", x => x.id);
            });
        migrationBuilder.CreateTable(
            "units",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                state = t.Column<string>(),
                call_sign = t.Column<string>(),
                type_code = t.Column<string>(),
                unit_of_measure = t.Column<string>(),
                strength = t.Column<int>(),
                rank = t.Column<string>(),
                incident_id = t.Column<Guid>(nullable: true),
                fill_id = t.Column<Guid>(nullable: true),
                changed_at = t.Column<long>(),
            },
            constraints: t =>
            {
                t.PrimaryKey("pk_units", x => x.id);
            });
        migrationBuilder.CreateIndex("ix_asks_agency", "asks", "agency");
        migrationBuilder.CreateIndex("ix_fills_agency_side", "fills", ["agency", "side"]);
        migrationBuilder.CreateIndex("ix_fills_fill_id_side", "fills", ["fill_id", "side"], unique: true);
        migrationBuilder.CreateIndex("ix_fills_incident_id", "fills", "incident_id");
        migrationBuilder.CreateIndex("ix_funds_agency", "funds", "agency");
        migrationBuilder.CreateIndex("ix_owner_contact_accesses_requisition_id", "owner_contact_accesses", "requisition_id");
        migrationBuilder.CreateIndex("ix_requests_agency", "requests", "agency");
        migrationBuilder.CreateIndex("ix_requests_incident_id", "requests", "incident_id");
        migrationBuilder.CreateIndex("ix_requisitions_agency", "requisitions", "agency");
        migrationBuilder.CreateIndex("ix_requisitions_incident_id", "requisitions", "incident_id");
        migrationBuilder.CreateIndex("ix_stock_lots_agency_type_code", "stock_lots", ["agency", "type_code"]);
        migrationBuilder.CreateIndex("ix_stock_postings_lot_id", "stock_postings", "lot_id");
        migrationBuilder.CreateIndex("ix_units_agency_type_code", "units", ["agency", "type_code"]);
    }
}
