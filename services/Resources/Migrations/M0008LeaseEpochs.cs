using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Resources.Migrations;

/// <summary>The leases of a unit are numbered, and a fill knows which of them is its own.</summary>
[DbContext(typeof(ResourcesDb))]
[Migration("0008_LeaseEpochs")]
internal sealed class M0008LeaseEpochs : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<int>("lease_epoch", "units", defaultValue: 0);
        migrationBuilder.AddColumn<int>("lease_epoch", "fills", nullable: true);
    }
}
