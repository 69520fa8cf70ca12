using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Intake.Migrations;

/// <summary>Who read what is kept here. Whose it was before is not known: such entries are for auditors and operators.</summary>
[DbContext(typeof(IntakeDb))]
[Migration("0003_Accesses")]
internal sealed class M0003Accesses : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => Accesses.Create(migrationBuilder);
}
