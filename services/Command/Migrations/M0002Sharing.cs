using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>Who may see an incident. Those who own one or take part in it, and the powers that hold, are taken over; so is who was ordered or is to command; of what lies above an old incident nothing was kept.</summary>
[DbContext(typeof(CommandDb))]
[Migration("0002_Sharing")]
internal sealed class M0002Sharing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Sharing.Create(migrationBuilder);
        var isPostgres = ActiveProvider!.Contains("Npgsql", StringComparison.Ordinal);
        var each = isPostgres ? "json_array_elements_text(i.participants::json) AS p(value)" : "json_each(i.participants) AS p";
        Take($"SELECT i.id, p.value, i.known_at FROM incidents AS i, {each}");
        foreach (var who in (string[])["toAgency", "alternateAgency", "superiorAgency"])
            Take($"SELECT incident_id, {(isPostgres ? $"task::json->>'{who}'" : $"json_extract(task, '$.{who}')")}, issued_at FROM orders WHERE issued_at IS NOT NULL");
        Take("SELECT incident_id, from_agency, issued_at FROM orders WHERE issued_at IS NOT NULL");
        Take("SELECT incident_id, from_agency, proposed_at FROM command_transfers");
        Take("SELECT incident_id, to_agency, proposed_at FROM command_transfers");
        migrationBuilder.Sql("INSERT INTO subject_places (subject, exercise_id, chain) SELECT id, exercise_id, '/' || jurisdiction || '/' FROM incidents");
        migrationBuilder.Sql("INSERT INTO agency_powers (id, exercise_id, agency, power, jurisdiction) SELECT id, exercise_id, agency, power, jurisdiction FROM authority_grants WHERE valid_to IS NULL");

        void Take(string parties) => migrationBuilder.Sql(
            $"WITH t(subject, agency, since) AS ({parties}) INSERT INTO subject_parties (subject, agency, is_reader, since) SELECT subject, agency, {(isPostgres ? "false" : "0")}, MIN(since) FROM t "
            + "WHERE agency IS NOT NULL GROUP BY subject, agency ON CONFLICT (subject, agency) DO NOTHING");
    }
}
