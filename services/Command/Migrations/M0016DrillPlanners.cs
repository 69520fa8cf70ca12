using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>Who planned a drill directs it.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0016_DrillPlanners")]
internal sealed class M0016DrillPlanners : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("planned_by", "drills", nullable: true);
}
