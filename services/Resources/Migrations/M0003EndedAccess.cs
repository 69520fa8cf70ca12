using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Resources.Migrations;

/// <summary>Access that was ended before its time.</summary>
[DbContext(typeof(ResourcesDb))]
[Migration("0003_EndedAccess")]
internal sealed class M0003EndedAccess : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => EndedAccessTable.Create(migrationBuilder);
}
