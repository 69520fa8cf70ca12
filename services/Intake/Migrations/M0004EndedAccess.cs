using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Intake.Migrations;

/// <summary>Access that was ended before its time.</summary>
[DbContext(typeof(IntakeDb))]
[Migration("0004_EndedAccess")]
internal sealed class M0004EndedAccess : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => EndedAccessTable.Create(migrationBuilder);
}
