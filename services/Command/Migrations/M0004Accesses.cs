using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>Who read what, and whose each incident is.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0004_Accesses")]
internal sealed class M0004Accesses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Accesses.Create(migrationBuilder);
        migrationBuilder.Sql("UPDATE subject_places SET owner = COALESCE((SELECT i.owner_agency FROM incidents AS i WHERE i.id = subject_places.subject), '')");
    }
}
