using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.PublicInformation.Migrations;

/// <summary>The signed documents of alerts, the certificates that they were signed with, and what an incident is.</summary>
[DbContext(typeof(PublicInformationDb))]
[Migration("0006_SignedAlerts")]
internal sealed class M0006SignedAlerts : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "signed_alerts",
            t => new { id = t.Column<Guid>(), exercise_id = t.Column<Guid>(nullable: true), sha256 = t.Column<string>(), key_sha256 = t.Column<string>(), document = t.Column<byte[]>() },
            constraints: t => t.PrimaryKey("pk_signed_alerts", x => x.id));
        migrationBuilder.CreateTable(
            "alert_certificates",
            t => new { id = t.Column<Guid>(), key_sha256 = t.Column<string>(), certificate = t.Column<byte[]>() },
            constraints: t => t.PrimaryKey("pk_alert_certificates", x => x.id));
        // What an incident is: from it follows which template an alert begins with.
        migrationBuilder.AddColumn<string>("kind", "incidents", nullable: true);
        migrationBuilder.AddColumn<string>("event_code", "incidents", nullable: true);
    }
}
