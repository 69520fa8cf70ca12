using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>The parts of a drill are looked for by what they are part of.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0014_DrillParts")]
internal sealed class M0014DrillParts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateIndex("ix_drills_parent_drill_id", "drills", "parent_drill_id");
}
