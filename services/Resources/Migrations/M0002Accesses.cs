using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Resources.Migrations;

/// <summary>Who read in a book.</summary>
[DbContext(typeof(ResourcesDb))]
[Migration("0002_Accesses")]
internal sealed class M0002Accesses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => Accesses.Create(migrationBuilder, isShared: false);
}
