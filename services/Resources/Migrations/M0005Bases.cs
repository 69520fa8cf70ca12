using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Resources.Migrations;

/// <summary>Where units are based and depots stand, and what an hour of a unit costs.</summary>
[DbContext(typeof(ResourcesDb))]
[Migration("0005_Bases")]
internal sealed class M0005Bases : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var table in (string[])["units", "stock_lots"])
        {
            migrationBuilder.AddColumn<double>("latitude", table, nullable: true);
            migrationBuilder.AddColumn<double>("longitude", table, nullable: true);
        }
        migrationBuilder.AddColumn<long>("hourly_cost_minor", "units", nullable: true);
        migrationBuilder.AddColumn<string>("currency", "units", nullable: true);
    }
}
