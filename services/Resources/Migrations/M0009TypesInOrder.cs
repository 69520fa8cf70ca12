using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Resources.Migrations;

/// <summary>Units and lots of one type are read page by page in the order in which they were entered, however many there are.</summary>
[DbContext(typeof(ResourcesDb))]
[Migration("0009_TypesInOrder")]
internal sealed class M0009TypesInOrder : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["units", "stock_lots"])
        {
            migrationBuilder.DropIndex($"ix_{table}_agency_type_code", table);
            migrationBuilder.CreateIndex($"ix_{table}_agency_type_code_id", table, ["agency", "type_code", "id"]);
        }
    }
}
