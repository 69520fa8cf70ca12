using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Platform;

/// <summary>
/// Who may see what, taken from events that a service took before it kept that: without it an incident of an older release would be nobody's, and open to all.
/// What such an incident's event does not say, the areas above its own, stays unknown: who holds a power there sees it from Command.
/// </summary>
public static class SharingHistory
{
    /// <summary>Fills the tables of <see cref="Sharing"/>; what is there stands, and gets the owner it lacks.</summary>
    /// <param name="migrationBuilder">The migration.</param>
    /// <param name="events">A query of past events: <c>type</c>, <c>exercise</c>, and the data as JSON text, <c>d</c>.</param>
    /// <param name="isPostgres">Which dialect.</param>
    public static void TakeOver(MigrationBuilder migrationBuilder, string events, bool isPostgres)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        migrationBuilder.Sql($"""
            INSERT INTO subject_places (subject, exercise_id, chain, owner)
            SELECT DISTINCT {Id("incidentId")}, exercise, '/' || {Text("jurisdiction")} || '/', {Text("ownerAgency")} FROM ({Of("command.incident-opened.v1")}) AS e WHERE true
            ON CONFLICT (subject) DO UPDATE SET owner = excluded.owner WHERE subject_places.owner = ''
            """);
        foreach (var (type, agencies) in ((string, string[])[])[
            ("command.incident-opened.v1", ["ownerAgency"]), ("command.participant-joined.v1", ["agency"]),
            ("command.order-issued.v1", ["fromAgency", "toAgency", "alternateAgency", "superiorAgency"]), ("command.transfer-changed.v1", ["fromAgency", "toAgency"])])
            foreach (var agency in agencies) Party($"SELECT {Id("incidentId")} AS subject, {Text(agency)} AS agency FROM ({Of(type)}) AS e", isReader: false);
        var copies = isPostgres ? "json_array_elements_text(d::json->'copyTo') AS c(value)" : "json_each(d, '$.copyTo') AS c";
        Party($"SELECT {Id("incidentId")} AS subject, c.value AS agency FROM ({Of("command.order-issued.v1")}) AS e, {copies}", isReader: true);
        migrationBuilder.Sql($"""
            INSERT INTO agency_powers (id, exercise_id, agency, power, jurisdiction)
            SELECT DISTINCT {Id("grantId")}, exercise, {Text("agency")}, {Text("power")}, {Text("jurisdiction")} FROM ({Of("command.authority-granted.v1")}) AS e
            WHERE {Text("grantId")} NOT IN (SELECT {Text("grantId")} FROM ({Of("command.authority-ended.v1")}) AS gone) ON CONFLICT (id) DO NOTHING
            """);

        string Of(string type) => $"SELECT * FROM ({events}) AS past WHERE type = '{type}'";
        string Text(string member) => isPostgres ? $"(d::json->>'{member}')" : $"json_extract(d, '$.{member}')";
        // SQLite keeps a UUID as text in capitals.
        string Id(string member) => isPostgres ? $"{Text(member)}::uuid" : $"upper({Text(member)})";
        void Party(string parties, bool isReader) => migrationBuilder.Sql(
            $"INSERT INTO subject_parties (subject, agency, is_reader, since) SELECT DISTINCT subject, agency, {(isPostgres ? $"{isReader}" : isReader ? "1" : "0")}, 0 FROM ({parties}) AS p "
            + "WHERE agency IS NOT NULL ON CONFLICT (subject, agency) DO NOTHING");
    }
}
