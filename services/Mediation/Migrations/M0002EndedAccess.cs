using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Mediation.Migrations;

/// <summary>Access that was ended before its time.</summary>
[DbContext(typeof(MediationDb))]
[Migration("0002_EndedAccess")]
internal sealed class M0002EndedAccess : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => EndedAccessTable.Create(migrationBuilder);
}
