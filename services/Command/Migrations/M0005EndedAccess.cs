using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>Access that was ended before its time.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0005_EndedAccess")]
internal sealed class M0005EndedAccess : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        EndedAccessTable.Create(migrationBuilder);
        migrationBuilder.CreateTable(
            "access_ends",
            t => new
            {
                id = t.Column<Guid>(),
                version = t.Column<int>(),
                kind = t.Column<string>(),
                mark = t.Column<Guid>(),
                basis = t.Column<string>(),
                at = t.Column<long>(),
                restored_at = t.Column<long>(nullable: true),
            },
            constraints: t => t.PrimaryKey("pk_access_ends", x => x.id));
    }
}
