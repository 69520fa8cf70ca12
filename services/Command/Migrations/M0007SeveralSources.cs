using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.Command.Migrations;

/// <summary>
/// Whose figure an entry of the casualty ledger is, and which figures count; who was told of a call that nobody answered; which items of a checklist were not ordered;
/// and what other services tell of an incident, for its situation report. Entries without a scope are totals of who entered them.
/// </summary>
[DbContext(typeof(CommandDb))]
[Migration("0007_SeveralSources")]
internal sealed class M0007SeveralSources : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var column in (string[])["source", "scope", "area_code"])
            migrationBuilder.AddColumn<string>(column, "casualty_entries", nullable: true);
        migrationBuilder.AddColumn<string>("superiors", "warning_calls", nullable: true);
        migrationBuilder.AddColumn<long>("taken_over_at", "warning_calls", nullable: true);
        migrationBuilder.AddColumn<string>("unplaced", "activations", nullable: true);
        migrationBuilder.CreateTable(
            "casualty_decisions",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                incident_id = t.Column<Guid>(),
                kind = t.Column<string>(),
                entries = t.Column<string>(),
                count = t.Column<int>(),
                decided_by = t.Column<string>(),
                decided_at = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("pk_casualty_decisions", x => x.id));
        migrationBuilder.CreateIndex("ix_casualty_decisions_incident_id", "casualty_decisions", "incident_id");
        CreateWhatOthersTell(migrationBuilder);
    }

    private static void CreateWhatOthersTell(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "known_needs",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                incident_id = t.Column<Guid>(),
                lines = t.Column<string>(),
                changed_at = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("pk_known_needs", x => x.id));
        migrationBuilder.CreateTable(
            "known_fills",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                incident_id = t.Column<Guid>(),
                line_id = t.Column<Guid>(nullable: true),
                state = t.Column<string>(),
                quantity = t.Column<int>(),
                changed_at = t.Column<long>(),
            },
            constraints: t => t.PrimaryKey("pk_known_fills", x => x.id));
        migrationBuilder.CreateTable(
            "known_alerts",
            t => new
            {
                id = t.Column<Guid>(),
                exercise_id = t.Column<Guid>(nullable: true),
                incident_id = t.Column<Guid>(),
                severity = t.Column<string>(),
                kind = t.Column<string>(),
                areas = t.Column<string>(),
                sent = t.Column<long>(),
                expires = t.Column<long>(),
                is_over = t.Column<bool>(),
            },
            constraints: t => t.PrimaryKey("pk_known_alerts", x => x.id));
        foreach (var table in (string[])["known_needs", "known_fills", "known_alerts"])
            migrationBuilder.CreateIndex($"ix_{table}_incident_id", table, "incident_id");
    }
}
