using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>Which warnings an indicator proposed, and since when it has shown their colour. Those from before were proposed by people.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0009_Indicated")]
internal sealed class M0009Indicated : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<long>("indicated_at", "warnings", nullable: true);
        migrationBuilder.CreateIndex("ix_warnings_indicator_id", "warnings", "indicator_id");
    }
}
