using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Oversight.Migrations;

/// <summary>
/// A clock of the board is for those who may read what it is about. Those of before stay with the agencies of their report, or with all where all read the
/// thing; of others the next change says it.
/// </summary>
[DbContext(typeof(OversightDb))]
[Migration("0006_ClocksKept")]
internal sealed class M0006ClocksKept : Migration
{
    private static readonly string[] ReadByAll = ["plan", "shift", "watch", "drill", "warning", "hazard", "event-notice", "indicator"];

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.AddColumn<string>("audience", "board_clocks", defaultValue: "");
        migrationBuilder.Sql($"UPDATE board_clocks SET audience = ' * ' WHERE {string.Join(" OR ", ReadByAll.Select(k => $"\"key\" LIKE '{k}.%'"))}");
        migrationBuilder.Sql("""
            UPDATE board_clocks SET audience = (SELECT ' ' || d.to_agency || ' ' || COALESCE(d.from_agency || ' ', '') FROM duties d WHERE d.id = board_clocks.subject)
            WHERE "key" LIKE 'report.%' AND EXISTS (SELECT 1 FROM duties d WHERE d.id = board_clocks.subject)
            """);
    }
}
