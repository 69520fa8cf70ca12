using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Exchange.Migrations;

/// <summary>Whose the incidents are of which the log held events before it kept who may see them.</summary>
[DbContext(typeof(ExchangeDb))]
[Migration("0006_SharingTakenOver")]
internal sealed class M0006SharingTakenOver : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isPostgres = ActiveProvider!.Contains("Npgsql", StringComparison.Ordinal);
        var data = isPostgres ? "convert_from(data, 'UTF8')" : "CAST(data AS TEXT)";
        SharingHistory.TakeOver(migrationBuilder, $"SELECT type, exercise, {data} AS d FROM journal", isPostgres);
    }
}
