using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>Who may see an incident. Those who own one or take part in it, and the powers that hold, are taken over; of what lies above an old incident nothing was kept.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0002_Sharing")]
internal sealed class M0002Sharing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Sharing.Create(migrationBuilder);
        var each = ActiveProvider!.Contains("Npgsql", StringComparison.Ordinal) ? "json_array_elements_text(i.participants::json) AS p(value)" : "json_each(i.participants) AS p";
        migrationBuilder.Sql($"INSERT INTO subject_parties (subject, agency, since) SELECT DISTINCT i.id, p.value, i.known_at FROM incidents AS i, {each}");
        migrationBuilder.Sql("INSERT INTO subject_places (subject, exercise_id, chain) SELECT id, exercise_id, '/' || jurisdiction || '/' FROM incidents");
        migrationBuilder.Sql("INSERT INTO agency_powers (id, exercise_id, agency, power, jurisdiction) SELECT id, exercise_id, agency, power, jurisdiction FROM authority_grants WHERE valid_to IS NULL");
    }
}
