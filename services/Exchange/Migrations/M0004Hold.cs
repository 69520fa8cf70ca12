using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Exchange.Migrations;

/// <summary>Why an agency's exchange did not take the next event.</summary>
[DbContext(typeof(ExchangeDb))]
[Migration("0004_Hold")]
internal sealed class M0004Hold : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.AddColumn<string>("hold", "subscription_cursors", nullable: true);
}
