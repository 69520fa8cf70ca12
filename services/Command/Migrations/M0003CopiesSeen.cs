using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>Who was given a copy of an order reads its incident, as it does of orders that were issued since sharing began.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0003_CopiesSeen")]
internal sealed class M0003CopiesSeen : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        var isPostgres = ActiveProvider!.Contains("Npgsql", StringComparison.Ordinal);
        var each = isPostgres ? "json_array_elements_text(o.task::json->'copyTo') AS p(value)" : "json_each(o.task, '$.copyTo') AS p";
        migrationBuilder.Sql(
            $"INSERT INTO subject_parties (subject, agency, is_reader, since) SELECT o.incident_id, p.value, {(isPostgres ? "true" : "1")}, MIN(o.issued_at) FROM orders AS o, {each} "
            + "WHERE o.issued_at IS NOT NULL GROUP BY o.incident_id, p.value ON CONFLICT (subject, agency) DO NOTHING");
    }
}
