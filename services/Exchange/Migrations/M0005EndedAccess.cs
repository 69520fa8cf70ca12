using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Exchange.Migrations;

/// <summary>Access that was ended before its time.</summary>
[DbContext(typeof(ExchangeDb))]
[Migration("0005_EndedAccess")]
internal sealed class M0005EndedAccess : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => EndedAccessTable.Create(migrationBuilder);
}
