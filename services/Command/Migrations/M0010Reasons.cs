using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>Why a warning was rejected; of those from before nobody said.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0010_Reasons")]
internal sealed class M0010Reasons : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("reason", "warnings", nullable: true);
}
