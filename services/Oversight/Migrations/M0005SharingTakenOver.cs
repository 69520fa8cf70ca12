using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Oversight.Migrations;

/// <summary>Whose the incidents are of which the timeline held events before it kept who may see them.</summary>
[DbContext(typeof(OversightDb))]
[Migration("0005_SharingTakenOver")]
internal sealed class M0005SharingTakenOver : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => SharingHistory.TakeOver(
        migrationBuilder, "SELECT type, exercise_id AS exercise, facts AS d FROM timeline", ActiveProvider!.Contains("Npgsql", StringComparison.Ordinal));
}
