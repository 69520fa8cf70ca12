using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Exchange.Migrations;

/// <summary>Who may see what is kept here.</summary>
[DbContext(typeof(ExchangeDb))]
[Migration("0002_Sharing")]
internal sealed class M0002Sharing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => Sharing.Create(migrationBuilder);
}
