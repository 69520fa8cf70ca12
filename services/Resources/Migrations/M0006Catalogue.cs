using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Resources.Migrations;

/// <summary>An agency's own codes of what it has, what it keeps ready besides units and goods, and budgets with their ledger.</summary>
[DbContext(typeof(ResourcesDb))]
[Migration("0006_Catalogue")]
internal sealed class M0006Catalogue : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("own_code", "units", nullable: true);
        migrationBuilder.AddColumn<int>("nims_type", "units", nullable: true);
        migrationBuilder.AddColumn<string>("own_code", "stock_lots", nullable: true);
        migrationBuilder.AddColumn<int>("listed", "stock_lots", nullable: true);
        migrationBuilder.AddColumn<Guid>("budget_id", "funds", nullable: true);
        migrationBuilder.CreateTable(
            "provisions",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                own_code = t.Column<string>(),
                kind = t.Column<string>(),
                type_code = t.Column<string>(),
                unit_of_measure = t.Column<string>(),
                name = t.Column<string>(nullable: true),
                quantity = t.Column<int>(),
                duty_number = t.Column<string>(nullable: true),
                latitude = t.Column<double>(nullable: true),
                longitude = t.Column<double>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_provisions", x => x.id));
        migrationBuilder.CreateTable(
            "budgets",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                exercise_id = t.Column<Guid>(nullable: true),
                agency = t.Column<string>(),
                own_code = t.Column<string>(nullable: true),
                source = t.Column<string>(),
                purpose = t.Column<string>(),
                currency = t.Column<string>(),
                granted_minor = t.Column<long>(),
                free_minor = t.Column<long>(),
                set_aside_minor = t.Column<long>(),
                spent_minor = t.Column<long>(),
                opened_at = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("pk_budgets", x => x.id));
        migrationBuilder.CreateTable(
            "budget_postings",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                budget_id = t.Column<Guid>(),
                movement_id = t.Column<Guid>(),
                movement = t.Column<string>(),
                account = t.Column<string>(),
                amount_minor = t.Column<long>(),
                fund_id = t.Column<Guid>(nullable: true),
                occurred_at = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("pk_budget_postings", x => x.id));
        migrationBuilder.CreateIndex("ix_budget_postings_budget_id", "budget_postings", "budget_id");
        foreach (var table in (string[])["units", "stock_lots", "provisions", "budgets"])
        {
            migrationBuilder.CreateIndex($"ix_{table}_agency_own_code", table, ["agency", "own_code"]);
            migrationBuilder.CreateIndex($"ix_{table}_agency_id", table, ["agency", "id"]);
        }
    }
}
