using Coordination.Platform;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Coordination.PublicInformation.Migrations;

/// <summary>Who may see what is kept here, and who logged a claim.</summary>
[DbContext(typeof(PublicInformationDb))]
[Migration("0002_Sharing")]
internal sealed class M0002Sharing : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        Sharing.Create(migrationBuilder);
        migrationBuilder.AddColumn<string>("agency", "clarifications", defaultValue: "");
    }
}
